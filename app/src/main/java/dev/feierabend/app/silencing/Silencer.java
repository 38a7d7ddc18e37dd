package dev.feierabend.app.silencing;

import dev.feierabend.core.kernel.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks who sleeps and has Alertmanager silence just that. Nothing waits for it: an Alertmanager
/// that can't be reached costs silence at night, and no sleep and no wake.
final class Silencer {
  private static final Logger LOG = LoggerFactory.getLogger(Silencer.class);

  private final Alertmanager alertmanager;
  private final Silences silences;
  private final Function<Instant, List<Sleeper>> sleeping;
  private final InstantSource clock;
  private volatile Optional<Instant> failing = Optional.empty();

  /// @param sleeping who sleeps at a moment
  Silencer(
      Alertmanager alertmanager,
      Silences silences,
      Function<Instant, List<Sleeper>> sleeping,
      InstantSource clock) {
    this.alertmanager = alertmanager;
    this.silences = silences;
    this.sleeping = sleeping;
    this.clock = clock;
  }

  /// One at a time. What Alertmanager refuses keeps it from nothing else.
  void look() {
    Instant at = clock.instant();
    try {
      var refusals = new ArrayList<String>();
      for (Change change : silences.changes(sleeping.apply(at), alertmanager.shown(), at)) {
        alertmanager.apply(change).ifPresent(refusals::add);
      }
      refusals.stream().findFirst().ifPresentOrElse(refusal -> tell(refusal, at), this::well);
    } catch (Outage outage) {
      tell(String.valueOf(outage.getMessage()), at);
    }
  }

  /// Told once, and again after it was well in between.
  private void tell(String trouble, Instant at) {
    if (failing.isEmpty()) {
      failing = Optional.of(at);
      LOG.warn("Planned sleep isn't silenced as it should be; sleep and wakes go on: {}", trouble);
    }
  }

  private void well() {
    if (failing.isPresent()) {
      LOG.info("Planned sleep is silenced as it should be again");
      failing = Optional.empty();
    }
  }

  /// For how long silences haven't been as they should be.
  Duration failing() {
    return failing.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
  }
}
