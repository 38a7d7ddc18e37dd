package dev.feierabend.core.observing;

import java.time.Instant;
import java.util.List;

/// Where utilisation comes from: the sandbox, a recorded trace, the Kubernetes metrics API. A
/// source that cannot answer gives less samples, never invented ones.
public interface LoadSource {
  List<PoolLoad> between(Instant from, Instant to);
}
