package dev.feierabend.core.acting;

/// Lets workloads sleep and wakes them. Idempotent: asked again for an action that has taken
/// effect, it writes nothing. What is needed for exact restoration is kept on the object too.
public interface WorkloadPort {
  Answer sleep(Step.Sleep step, ActionId action);

  /// What `step` brings back is from the journal; what stands on the object itself goes first.
  Answer wake(Step.Wake step, ActionId action);
}
