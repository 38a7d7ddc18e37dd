package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import dev.feierabend.hypervisor.proxmox.Effects.Effect;
import dev.feierabend.hypervisor.proxmox.Picture.SeenGuest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Guests' shutdowns. Proxmox VE asks the guest and gives up at the deadline, and never switches it
/// off by itself, unless its HA manager looks after it: that one does (`forceStop` in its
/// `Resources/PVEVM.pm`). So a guest under HA is shut down only where that was decided.
final class Shutdowns {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdowns.class);
  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Duration STOP = Duration.ofMinutes(2);

  /// When a guest was told to shut down, and when we were last asked whether it has.
  private record Leaving(Instant since, Instant asked) {
    /// Whoever asks no more has given it up; the next time begins anew.
    boolean isOver(Instant now, Patience patience) {
      return now.isAfter(asked.plus(patience.deadline()));
    }
  }

  private final Effects effects;
  private final InstantSource clock;
  private final Map<Long, Leaving> leaving = new ConcurrentHashMap<>();

  Shutdowns(Effects effects, InstantSource clock) {
    this.effects = effects;
    this.clock = clock;
  }

  Answer shutDown(SeenGuest seen, Patience patience) {
    return switch (seen.guest().power()) {
      case UNKNOWN -> Guests.outOfSight(seen);
      case OFF -> {
        leaving.remove(seen.place().number());
        yield effects.already(seen, what(seen));
      }
      case ON ->
          seen.underHa() && patience.afterwards() == Afterwards.STAYS_ON
              ? wouldBeForced(seen)
              : told(seen, patience);
    };
  }

  private static String what(SeenGuest seen) {
    return "shutdown of " + seen.guest().name();
  }

  private Answer told(SeenGuest seen, Patience patience) {
    long number = seen.place().number();
    Instant now = clock.instant();
    Leaving before = leaving.get(number);
    if (before != null && before.isOver(now, patience)) {
      effects.forget(seen);
      before = null;
    }
    Instant since = before == null ? now : before.since();
    leaving.put(number, new Leaving(since, now));
    Instant due = since.plus(patience.deadline());
    if (!now.isBefore(due)) {
      return late(seen, patience);
    }
    Answer answer = effects.perform(seen, asked(seen, patience));
    if (answer instanceof Answer.Refused || answer instanceof Answer.NotYet) {
      leaving.remove(number);
    }
    return answer;
  }

  private static Effect asked(SeenGuest seen, Patience patience) {
    String seconds = String.valueOf(Math.max(1, patience.deadline().toSeconds()));
    Request request =
        Request.post(seen.place().path("/status/shutdown"), Map.of("timeout", seconds));
    return new Effect(what(seen), request, patience.deadline().plus(MARGIN));
  }

  private Answer late(SeenGuest seen, Patience patience) {
    String name = seen.guest().name();
    return switch (patience.afterwards()) {
      case STAYS_ON -> {
        leaving.remove(seen.place().number());
        effects.forget(seen);
        yield new Answer.Refused(
            "Expected %s to shut down within %d s but it is still on, and stays on"
                .formatted(name, patience.deadline().toSeconds()));
      }
      case IS_SWITCHED_OFF -> {
        LOG.warn(
            "{} didn't shut down within {} s and is switched off, as was decided for that case",
            name,
            patience.deadline().toSeconds());
        Request stop = Request.post(seen.place().path("/status/stop"), Map.of());
        yield effects.perform(seen, new Effect("power-off of " + name, stop, STOP));
      }
    };
  }

  private static Answer wouldBeForced(SeenGuest seen) {
    return new Answer.Refused(
        "Expected a guest that stays on if it doesn't shut down but the HA manager switches %s off then; agree on that for it, or take it out of HA"
            .formatted(seen.guest().name()));
  }
}
