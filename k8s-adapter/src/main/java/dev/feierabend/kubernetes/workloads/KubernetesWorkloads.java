package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.function.Function;

/// Deployments and StatefulSets of a cluster.
public final class KubernetesWorkloads implements WorkloadPort {
  private final KubernetesClient client;

  public KubernetesWorkloads(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return change(
        "sleep of " + step.workload(),
        step.workload(),
        scaling -> scaling.sleep(step.keep(), action));
  }

  /// The scheduler finds the place; a target is a hypervisor's matter.
  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return change(
        "wake of " + step.workload(), step.workload(), scaling -> scaling.wake(step, action));
  }

  private Answer change(String what, WorkloadId workload, Function<Scaling, Change> decide) {
    return WorkloadName.of(workload)
        .map(name -> change(what, name, decide))
        .orElseGet(
            () -> new Answer.Refused(what + ": expected a Deployment or a StatefulSet by its id"));
  }

  private Answer change(String what, WorkloadName name, Function<Scaling, Change> decide) {
    return switch (name.kind()) {
      case DEPLOYMENT ->
          Change.apply(
              what,
              client,
              client.apps().deployments().inNamespace(name.namespace()).withName(name.name()),
              it ->
                  decide.apply(
                      Scaling.of(
                          it, Optional.ofNullable(it.getSpec()).map(DeploymentSpec::getReplicas))));
      case STATEFULSET ->
          Change.apply(
              what,
              client,
              client.apps().statefulSets().inNamespace(name.namespace()).withName(name.name()),
              it ->
                  decide.apply(
                      Scaling.of(
                          it,
                          Optional.ofNullable(it.getSpec()).map(StatefulSetSpec::getReplicas))));
    };
  }
}
