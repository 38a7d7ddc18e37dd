package dev.feierabend.core.planning;

import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason.Unneeded;
import dev.feierabend.core.planning.Reason.Vacated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a host goes that goes by the plan in force, too: for what it was let go for, until the
/// window ends that there is now. By now it may be empty, which says nothing of who was on it.
final class Vacancy {
  private Vacancy() {}

  /// @param before what the plan in force wants of the host, if that knows it
  static HostAim kept(@Nullable HostAim before, HostAim now) {
    return before != null && before.reason() instanceof Vacated was
        ? until(now.reason())
            .map(until -> new Vacated(was.guests(), was.carriers(), until, was.sparePercent()))
            .map(reason -> new HostAim(now.host(), false, reason))
            .orElse(now)
        : now;
  }

  private static Optional<Instant> until(Reason reason) {
    if (reason instanceof Vacated(_, _, var until, _)) {
      return Optional.of(until);
    }
    return reason instanceof Unneeded(var until) ? Optional.of(until) : Optional.empty();
  }
}
