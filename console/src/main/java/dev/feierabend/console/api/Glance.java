package dev.feierabend.console.api;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Looks at the fleet for whoever asks. What was seen a moment ago is told to all who ask
/// meanwhile: a look asks every power controller, and those bear few questions.
final class Glance {
  static final Duration MOMENT = Duration.ofSeconds(10);

  private record Seen(Snapshot snapshot, Instant at) {
    /// A clock that was set back says nothing of its age.
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(MOMENT));
    }
  }

  private final FleetPort fleet;
  private final InstantSource clock;
  private @Nullable Seen last;

  Glance(FleetPort fleet, InstantSource clock) {
    this.fleet = fleet;
    this.clock = clock;
  }

  /// Who asks while somebody looks waits for what that one sees.
  synchronized Snapshot look() {
    Instant now = clock.instant();
    Seen seen = last;
    if (seen == null || !seen.isFresh(now)) {
      seen = new Seen(fleet.observe(), now);
      last = seen;
    }
    return seen.snapshot();
  }
}
