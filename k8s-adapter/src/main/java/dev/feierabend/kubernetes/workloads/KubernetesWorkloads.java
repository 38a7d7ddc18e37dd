package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.function.BiFunction;
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
    var governed = new Governed(client, recipes);
    return change(
        "sleep",
        step.workload(),
        action,
        now -> now.sleep(step.keep(), action),
        (now, change) -> governed.sparing(now.now(), change));
  }

  /// The scheduler finds the place; a target is a hypervisor's matter.
  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return change(
        "wake", step.workload(), action, now -> now.wake(step, action), (_, change) -> change);
  }

  /// @param last has the last word on what was decided
  private Answer change(
      String verb,
      WorkloadId workload,
      ActionId action,
      Function<Transition, Change> decide,
      BiFunction<Transition, Change, Change> last) {
    String what = verb + " of " + workload;
    Optional<WorkloadName> name = WorkloadName.of(workload);
    return name.flatMap(it -> recipes.named(it.kind()))
        .map(recipe -> change(what, recipe, name.orElseThrow(), action, decide, last))
        .orElseGet(() ->
            new Answer.Refused(
                "%s: expected kind/namespace/name, the kind one of %s"
                    .formatted(what, String.join(", ", recipes.names()))));
  }

  private Answer change(
      String what,
      Recipe recipe,
      WorkloadName name,
      ActionId action,
      Function<Transition, Change> decide,
      BiFunction<Transition, Change, Change> last) {
    ResourceKind kind = seen.served(recipe);
    return Change.apply(
        what,
        client,
        client
            .genericKubernetesResources(kind.context())
            .inNamespace(name.namespace())
            .withName(name.name()),
        seen.of(name)
            .filter(it -> kind.apiVersion().equals(it.getApiVersion()))
            .filter(it -> isEnough(transition(recipe, it), action, decide)),
        now -> {
          Transition transition = transition(recipe, now);
          return last.apply(transition, decide.apply(transition));
        });
  }

  /// To write, for the server knows what is old; and to know that the very action took effect. All
  /// else, as that something sleeps or is to be left alone, may be otherwise by now.
  private static boolean isEnough(
      Transition seen, ActionId action, Function<Transition, Change> decide) {
    return switch (decide.apply(seen)) {
      case Change.Write _ -> true;
      case Change.Nothing _ -> seen.took(action);
      case Change.Leave _ -> false;
    };
  }

  private static Transition transition(Recipe recipe, GenericKubernetesResource object) {
    return new Transition(Managed.of(recipe, object));
  }
}
