package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.function.Function;

/// Objects of a cluster that a recipe says how to put to sleep.
public final class KubernetesWorkloads implements WorkloadPort {
  private final KubernetesClient client;
  private final Recipes recipes;
  private final LastSeen seen;

  /// Reads each object before it writes.
  public KubernetesWorkloads(KubernetesClient client, Recipes recipes) {
    this(client, recipes, LastSeen.NOTHING);
  }

  /// @param seen of what is written without reading it first
  public KubernetesWorkloads(KubernetesClient client, Recipes recipes, LastSeen seen) {
    this.client = client;
    this.recipes = recipes;
    this.seen = seen;
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return change(
        "sleep of " + step.workload(), step.workload(), now -> now.sleep(step.keep(), action));
  }

  /// The scheduler finds the place; a target is a hypervisor's matter.
  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return change("wake of " + step.workload(), step.workload(), now -> now.wake(step, action));
  }

  private Answer change(String what, WorkloadId workload, Function<Transition, Change> decide) {
    Optional<WorkloadName> name = WorkloadName.of(workload);
    return name.flatMap(it -> recipes.named(it.kind()))
        .map(recipe -> change(what, recipe, name.orElseThrow(), decide))
        .orElseGet(() ->
            new Answer.Refused(
                "%s: expected kind/namespace/name, the kind one of %s"
                    .formatted(what, String.join(", ", recipes.names()))));
  }

  private Answer change(
      String what, Recipe recipe, WorkloadName name, Function<Transition, Change> decide) {
    return Change.apply(
        what,
        client,
        client
            .genericKubernetesResources(recipe.resource().context())
            .inNamespace(name.namespace())
            .withName(name.name()),
        seen.of(name),
        now -> decide.apply(new Transition(Managed.of(recipe, now))));
  }
}
