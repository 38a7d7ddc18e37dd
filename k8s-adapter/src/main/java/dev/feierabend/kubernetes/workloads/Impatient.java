package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.kubernetes.client.Patience;
import dev.feierabend.kubernetes.client.Patience.Question;
import dev.feierabend.policies.terms.WorkloadId;

/// Keeps what hangs in one namespace, behind a webhook for instance, from holding up another.
///
/// @param patience of a place that is a namespace
public record Impatient(WorkloadPort port, Patience patience) implements WorkloadPort {
  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return patience.once(question(step, action), () -> port.sleep(step, action));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return patience.goingOn(question(step, action), () -> port.wake(step, action));
  }

  private static Question question(Step.OnWorkload step, ActionId action) {
    String namespace = namespace(step.workload());
    return new Question(
        namespace,
        action,
        "%s: the API server does not answer about namespace %s"
            .formatted(step.subject(), namespace));
  }

  private static String namespace(WorkloadId workload) {
    return WorkloadName.of(workload).map(WorkloadName::namespace).orElseGet(workload::value);
  }
}
