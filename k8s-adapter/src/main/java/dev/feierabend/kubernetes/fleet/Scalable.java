package dev.feierabend.kubernetes.fleet;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.Trace;
import dev.feierabend.kubernetes.recipes.Bar;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Untouchable;
import dev.feierabend.kubernetes.setters.Setters;
import dev.feierabend.kubernetes.workloads.Essence;
import dev.feierabend.kubernetes.workloads.Transition;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Optional;

/// What is kept in memory of an object that a recipe knows: no more than is asked of it.
///
/// @param wanted how many replicas; empty: as many as its target wants
/// @param restore what brings it back, where it says so itself
/// @param trace who changed it
/// @param target the object whose replicas it governs
/// @param ours false for what nobody puts to sleep; see [Untouchable]
/// @param barred what it says by which nobody puts it to sleep
/// @param over true for what is finished
/// @param essence what it takes to change it
record Scalable(
    WorkloadName name,
    ObjectKey key,
    Map<String, String> labels,
    Optional<Integer> wanted,
    Serving serving,
    Optional<PodFilter> pods,
    Resources size,
    Optional<Restore> restore,
    Original original,
    Trace trace,
    Optional<ObjectKey> target,
    boolean ours,
    Optional<Bar.Met> barred,
    boolean over,
    Essence essence) {

  static Scalable of(Managed object) {
    Recipe recipe = object.recipe();
    String namespace = object.metadata().getNamespace();
    String name = object.metadata().getName();
    Optional<Integer> wanted = object.wanted();
    return new Scalable(
        new WorkloadName(recipe.name(), namespace, name),
        new ObjectKey(recipe.resource().group(), recipe.resource().kind(), namespace, name),
        labels(object),
        wanted,
        Serving.of(object),
        recipe.pods().flatMap(rule -> PodFilter.of(object, rule)),
        Sizes.of(object),
        Mark.on(object),
        object.original(wanted.orElse(1)),
        new Trace(Notes.action(object), Setters.of(object), new Transition(object).paused()),
        recipe.target().flatMap(object::at).map(it -> ObjectKey.referred(it, namespace)),
        Untouchable.because(recipe, object.metadata()).isEmpty(),
        object.barred(),
        over(object),
        Essence.of(object));
  }

  /// Its owner's.
  private static Map<String, String> labels(Managed object) {
    return object.labels().entrySet().stream()
        .filter(label -> !Notes.isOurs(label.getKey()))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Whether it is a workload of its own: what was put to sleep is, whoever governs it by now.
  boolean stands(boolean governed) {
    return !over && (restore.isPresent() || (ours && !governed));
  }

  /// Whether `pod`, of the same namespace, is one of its replicas.
  boolean has(Pod pod) {
    return pods.filter(filter -> filter.takes(pod)).isPresent();
  }

  private static boolean over(Managed object) {
    for (JsonNode condition : object.json().at("/status/conditions")) {
      if (object.recipe().over().contains(condition.path("type").asText())
          && condition.path("status").asText().equals("True")) {
        return true;
      }
    }
    return false;
  }
}
