package dev.feierabend.kubernetes.preflight;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.PodsRule;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What sleeps, read for what its pods will count for: the service itself keeps no more of it than
/// what the scheduler reserves.
record Sleepers(KubernetesClient client, Recipes recipes, Reading reading) {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  /// @param demand of one replica, where the object says it
  /// @param target what it governs, whose pods are its own then
  private record Seen(WorkloadName name, Optional<Demand> demand, Optional<WorkloadName> target) {}

  /// By one list a kind, of which no more is kept. What isn't there, or says nothing that can be
  /// read, has no entry.
  Map<WorkloadName, Demand> demands(Set<WorkloadName> sleepers) {
    List<Seen> asleep = read(sleepers);
    Set<WorkloadName> targets =
        asleep.stream().flatMap(seen -> seen.target().stream()).collect(toSet());
    Map<WorkloadName, Demand> theirs = demands(read(targets));
    var all = demands(asleep);
    asleep.forEach(seen ->
        seen.target()
            .flatMap(target -> Optional.ofNullable(theirs.get(target)))
            .ifPresent(demand -> all.put(seen.name(), demand)));
    return all;
  }

  private static Map<WorkloadName, Demand> demands(List<Seen> all) {
    var demands = new HashMap<WorkloadName, Demand>();
    all.forEach(seen -> seen.demand().ifPresent(demand -> demands.put(seen.name(), demand)));
    return demands;
  }

  private List<Seen> read(Set<WorkloadName> names) {
    return names.stream()
        .map(WorkloadName::kind)
        .distinct()
        .sorted()
        .flatMap(kind -> recipes.named(kind).stream())
        .flatMap(recipe -> read(recipe, names).stream())
        .toList();
  }

  private List<Seen> read(Recipe recipe, Set<WorkloadName> names) {
    return reading.all(
        "templates of " + recipe.resource().plural(),
        client.genericKubernetesResources(recipe.resource().context()).inAnyNamespace(),
        object ->
            Optional.of(name(recipe, object)).filter(names::contains).stream()
                .map(name -> seen(name, Managed.of(recipe, object))));
  }

  private Seen seen(WorkloadName name, Managed object) {
    return new Seen(
        name,
        demand(object),
        object.recipe().target().flatMap(object::at).flatMap(it -> target(name, it)));
  }

  private static WorkloadName name(Recipe recipe, GenericKubernetesResource object) {
    var metadata = object.getMetadata();
    return new WorkloadName(recipe.name(), metadata.getNamespace(), metadata.getName());
  }

  private Optional<WorkloadName> target(WorkloadName from, JsonNode reference) {
    return recipes
        .of(
            reference.path("apiVersion").asText("apps/v1"),
            reference.path("kind").asText("Deployment"))
        .map(recipe ->
            new WorkloadName(recipe.name(), from.namespace(), reference.path("name").asText()));
  }

  /// Others' kinds may hold anything where a template is looked for.
  private static Optional<Demand> demand(Managed object) {
    try {
      return object.recipe().pods().flatMap(rule -> demand(object, rule));
    } catch (IllegalArgumentException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Optional<Demand> demand(Managed object, PodsRule rule) {
    return rule.template()
        .flatMap(object::at)
        .flatMap(it -> Optional.ofNullable(JSON.convertValue(it, PodTemplateSpec.class).getSpec()))
        .map(Demand::of)
        .or(() ->
            rule.resources()
                .flatMap(object::at)
                .map(it -> PodAmounts.of(JSON.convertValue(it, ResourceRequirements.class)))
                .map(one -> new Demand(1, one, Optional.empty()).times(object.instances())));
  }
}
