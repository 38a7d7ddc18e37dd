package dev.feierabend.policies.evaluation;

import java.time.Instant;

/// What a policy wants at an instant.
public sealed interface Verdict {
  Because because();

  record Awake(Because because) implements Verdict {}

  /// Asleep from `since`, which identifies the window, until its wake begins at `wakeAt`; back by
  /// `readyBy`.
  record Asleep(Because because, Instant since, Instant wakeAt, Instant readyBy)
      implements Verdict {}
}
