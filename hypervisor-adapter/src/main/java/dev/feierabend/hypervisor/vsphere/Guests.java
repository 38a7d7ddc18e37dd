package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.vsphere.Picture.SeenGuest;
import dev.feierabend.hypervisor.vsphere.Picture.SeenHost;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be done with a guest, as it is seen.
final class Guests {
  private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

  private final Session session;
  private final Effects effects;
  private final InstantSource clock;

  /// When a guest was told to shut down, and when we were last asked whether it has.
  private record Leaving(Instant since, Instant asked) {
    /// Whoever asks no more has given it up; the next time begins anew.
    boolean isOver(Instant now, Patience patience) {
      return now.isAfter(asked.plus(patience.deadline()));
    }
  }

  private final Map<MachineId, Leaving> leaving = new ConcurrentHashMap<>();

  Guests(Session session, Effects effects, InstantSource clock) {
    this.session = session;
    this.effects = effects;
    this.clock = clock;
  }

  /// Its disks stay where they are: only hosts that share them will do.
  Answer migrate(Picture picture, SeenGuest seen, SeenHost to) {
    Guest guest = seen.guest();
    String what = "move of %s to %s".formatted(guest.name(), to.host().name());
    if (guest.on().filter(to.host().id()::equals).isPresent()) {
      return effects.already(seen.ref(), what);
    }
    if (guest.pinned().isPresent()) {
      return new Answer.Refused("%s: %s".formatted(what, guest.pinned().get()));
    }
    if (!to.host().inService()) {
      return new Answer.Refused(what + ": the host isn't in service");
    }
    Optional<String> from =
        guest.on().flatMap(picture::host).flatMap(host -> host.host().cluster());
    if (to.host().cluster().isEmpty() || !to.host().cluster().equals(from)) {
      return new Answer.Refused(what + ": the hosts aren't of one cluster");
    }
    return effects.perform(
        seen.ref(),
        what,
        Request.of(
            "RelocateVM_Task", seen.ref(), Xml.of("spec", List.of(Xml.of("host", to.ref())))));
  }

  Answer start(SeenGuest seen) {
    leaving.remove(seen.guest().id());
    String what = "start of " + seen.guest().name();
    return switch (seen.guest().power()) {
      case ON -> effects.already(seen.ref(), what);
      case UNKNOWN -> outOfSight(seen);
      case OFF -> effects.perform(seen.ref(), what, Request.of("PowerOnVM_Task", seen.ref()));
    };
  }

  Answer shutDown(SeenGuest seen, Patience patience) {
    MachineId id = seen.guest().id();
    if (seen.guest().power() == Power.UNKNOWN) {
      return outOfSight(seen);
    }
    if (seen.guest().power() == Power.OFF) {
      leaving.remove(id);
      return effects.already(seen.ref(), "shutdown of " + seen.guest().name());
    }
    Instant now = clock.instant();
    Optional<Instant> since =
        Optional.ofNullable(leaving.get(id))
            .filter(it -> !it.isOver(now, patience))
            .map(Leaving::since);
    if (since.isEmpty()) {
      return ask(seen, now);
    }
    leaving.put(id, new Leaving(since.get(), now));
    return now.isBefore(since.get().plus(patience.deadline()))
        ? Answer.STILL_ASKED
        : late(seen, patience);
  }

  /// The operating system is told; there is no task, and nobody says when it is done.
  private Answer ask(SeenGuest seen, Instant now) {
    Reply reply = session.call(Request.of("ShutdownGuest", seen.ref()));
    if (!(reply instanceof Said)) {
      return Answers.of("shutdown of " + seen.guest().name(), reply);
    }
    leaving.put(seen.guest().id(), new Leaving(now, now));
    return Answer.STILL_ASKED;
  }

  private Answer late(SeenGuest seen, Patience patience) {
    String name = seen.guest().name();
    return switch (patience.afterwards()) {
      case STAYS_ON -> {
        leaving.remove(seen.guest().id());
        yield new Answer.Refused(
            "Expected %s to shut down within %d s but it is still on, and stays on"
                .formatted(name, patience.deadline().toSeconds()));
      }
      case IS_SWITCHED_OFF -> {
        LOG.warn(
            "{} didn't shut down within {} s and is switched off, as was decided for that case",
            name,
            patience.deadline().toSeconds());
        yield effects.perform(
            seen.ref(), "power-off of " + name, Request.of("PowerOffVM_Task", seen.ref()));
      }
    };
  }

  private static Answer outOfSight(SeenGuest seen) {
    return new Answer.Unknown(
        "Expected vCenter to know whether %s is on but it doesn't".formatted(seen.guest().name()));
  }
}
