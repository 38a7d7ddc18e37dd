package dev.feierabend.core.observing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Where utilisation comes from: the sandbox, a recorded trace, the Kubernetes metrics API, a
/// Prometheus. A source that cannot answer gives less samples, never invented ones.
public interface LoadSource {
  /// @throws dev.feierabend.core.kernel.Outage where it can't be asked now and will know later
  List<PoolLoad> between(Instant from, Instant to);

  /// How far back it can be asked; zero where it knows only what is now.
  default Duration reach() {
    return Duration.ZERO;
  }
}
