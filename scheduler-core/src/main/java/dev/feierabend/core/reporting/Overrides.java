package dev.feierabend.core.reporting;

import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import java.util.Optional;

/// Which override kept a workload awake.
final class Overrides {
  private Overrides() {}

  static Optional<Cause> of(Past past, Subject.OfWorkload workload) {
    return past.exceptions().overrides().stream()
        .filter(granted -> granted.tenant().equals(workload.tenant()))
        .filter(granted -> past.at().isBefore(granted.until()))
        .filter(granted -> granted.pools().isEmpty() || granted.pools().contains(workload.pool()))
        .findFirst()
        .map(Overrides::cause);
  }

  private static Cause cause(OverrideGranted granted) {
    return new Cause.Overridden(granted.by(), granted.because(), granted.at(), granted.until());
  }
}
