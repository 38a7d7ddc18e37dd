package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.hypervisor.libvirt.Picture.SeenGuest;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Guests' starts and shutdowns. libvirt tells the guest, and nobody when it is done. One that
/// isn't kept when it is off would be lost by it, and stays on.
final class Guests {
  private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

  /// When a guest was told to shut down, and when we were last asked whether it has.
  private record Leaving(Instant since, Instant asked) {
    /// Whoever asks no more has given it up; the next time begins anew.
    boolean isOver(Instant now, Patience patience) {
      return now.isAfter(asked.plus(patience.deadline()));
    }
  }

  private interface Effect {
    void on(Virt virt) throws Trouble;
  }

  private final InstantSource clock;
  private final Map<MachineId, Leaving> leaving = new ConcurrentHashMap<>();

  Guests(InstantSource clock) {
    this.clock = clock;
  }

  Answer start(SeenGuest seen) {
    MachineId id = seen.guest().id();
    leaving.remove(id);
    return switch (seen.guest().power()) {
      case ON -> Answer.DONE;
      case UNKNOWN -> outOfSight(seen);
      case OFF -> ask(seen, "start of ", virt -> virt.start(id));
    };
  }

  Answer save(SeenGuest seen) {
    MachineId id = seen.guest().id();
    return switch (seen.guest().power()) {
      case OFF -> Answer.DONE;
      case UNKNOWN -> outOfSight(seen);
      case ON -> seen.kept() ? ask(seen, "saving of ", virt -> virt.save(id)) : wouldBeLost(seen);
    };
  }

  Answer shutDown(SeenGuest seen, Patience patience) {
    return switch (seen.guest().power()) {
      case OFF -> {
        leaving.remove(seen.guest().id());
        yield Answer.DONE;
      }
      case UNKNOWN -> outOfSight(seen);
      case ON -> seen.kept() ? told(seen, patience) : wouldBeLost(seen);
    };
  }

  private Answer told(SeenGuest seen, Patience patience) {
    MachineId id = seen.guest().id();
    Instant now = clock.instant();
    Leaving before = leaving.get(id);
    if (before == null || before.isOver(now, patience)) {
      Answer answer = ask(seen, "shutdown of ", virt -> virt.shutDown(id));
      if (!(answer instanceof Answer.Done)) {
        return answer;
      }
      leaving.put(id, new Leaving(now, now));
      return Answer.STILL_ASKED;
    }
    leaving.put(id, new Leaving(before.since(), now));
    return now.isBefore(before.since().plus(patience.deadline()))
        ? Answer.STILL_ASKED
        : late(seen, patience);
  }

  private Answer late(SeenGuest seen, Patience patience) {
    MachineId id = seen.guest().id();
    String name = seen.guest().name();
    return switch (patience.afterwards()) {
      case STAYS_ON -> {
        leaving.remove(id);
        yield new Answer.Refused(
            "Expected %s to shut down within %d s but it is still on, and stays on"
                .formatted(name, patience.deadline().toSeconds()));
      }
      case IS_SWITCHED_OFF -> {
        LOG.warn(
            "{} didn't shut down within {} s and is switched off, as was decided for that case",
            name,
            patience.deadline().toSeconds());
        yield ask(seen, "power-off of ", virt -> virt.switchOff(id));
      }
    };
  }

  private static Answer ask(SeenGuest seen, String verb, Effect effect) {
    try {
      List<Object> _ =
          seen.line()
              .ask(virt -> {
                effect.on(virt);
                return List.of();
              });
      return Answer.DONE;
    } catch (Trouble trouble) {
      return trouble.answer(verb + seen.guest().name());
    }
  }

  private static Answer wouldBeLost(SeenGuest seen) {
    return new Answer.Refused(
        "Expected a guest that is there when it is off but %s is transient, and would be gone; define it first"
            .formatted(seen.guest().name()));
  }

  private static Answer outOfSight(SeenGuest seen) {
    return new Answer.Unknown(
        "Expected its host to know whether %s is on but it doesn't".formatted(seen.guest().name()));
  }
}
