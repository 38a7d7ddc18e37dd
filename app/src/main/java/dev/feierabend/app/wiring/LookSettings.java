package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.kernel.Outage;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How soon the fleet is looked at again; see `core.acting.Cadence.Beat`. A cluster is watched, so
/// a look costs it nothing; each asks every power controller, though. Short times are for a
/// rehearsal, whose night passes in minutes.
///
/// @param atRest while all is as planned; a clock that leaps three times as far counts as one that
///   jumped
/// @param underWay while actions are
/// @param inVain after one that saw nothing
public record LookSettings(
    @DefaultValue("PT5M") Duration atRest,
    @DefaultValue("PT1M") Duration underWay,
    @DefaultValue("PT10S") Duration inVain) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// @throws Outage where these are no such times
  Cadence.Beat beat() {
    boolean sound =
        inVain.compareTo(SHORTEST) >= 0
            && underWay.compareTo(SHORTEST) >= 0
            && atRest.compareTo(underWay) >= 0
            && atRest.compareTo(inVain) >= 0
            && atRest.compareTo(LONGEST) <= 0;
    if (!sound) {
      throw new Outage(
          "Expected at feierabend.looks times of %s to %s, at rest the longest, but found %s, %s and %s"
              .formatted(SHORTEST, LONGEST, atRest, underWay, inVain));
    }
    return new Cadence.Beat(atRest, underWay, inVain);
  }
}
