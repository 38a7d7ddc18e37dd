package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.client.TreeResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An object as its recipe sees it. Pure; `json` is never changed.
public record Managed(Recipe recipe, ObjectMeta metadata, ObjectNode json) {
  public static Managed of(Recipe recipe, GenericKubernetesResource object) {
    var whole = TreeResource.whole(object);
    return new Managed(recipe, whole.getMetadata(), TreeResource.tree(whole));
  }

  public Map<String, String> annotations() {
    return Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of());
  }

  public Map<String, String> labels() {
    return Optional.ofNullable(metadata.getLabels()).orElse(Map.of());
  }

  /// What stands at one of the recipe's pointers.
  public Optional<JsonNode> at(JsonPointer field) {
    return Json.at(json, field);
  }

  /// How many replicas are wanted; empty: as many as its target wants.
  public Optional<Integer> wanted() {
    return switch (recipe.manner()) {
      case Manner.Count(var field, var absent) -> at(field).flatMap(Json::count).or(() -> absent);
      case Manner.Flags(var flags) -> Optional.of(flags.stream().allMatch(this::isSet) ? 0 : 1);
    };
  }

  /// Of how many pods a replica is: what counts as one may be several.
  public int instances() {
    return recipe.manner() instanceof Manner.Flags
            && recipe.ready() instanceof Readiness.AllOf(_, var of)
        ? at(of).map(it -> Math.max(1, it.asInt(1))).orElse(1)
        : 1;
  }

  /// Why what puts it to sleep can't stand in it; empty where it can.
  public Optional<String> misfit() {
    return recipe.manner().fields().stream()
        .flatMap(field -> Json.barred(json, field).stream())
        .findFirst()
        .map("expected a mapping at %s but found something else"::formatted);
  }

  /// What it says by which nobody puts it to sleep; empty where it says nothing of the kind.
  public Optional<Bar.Met> barred() {
    return recipe.unless().stream().flatMap(bar -> bar.on(json).stream()).findFirst();
  }

  /// As it is when no more than `keep` of its replicas are left.
  public ObjectNode asleep(int keep) {
    ObjectNode asleep = json.deepCopy();
    switch (recipe.manner()) {
      case Manner.Count(var field, _) -> Json.set(asleep, field, Json.counted(field, keep));
      case Manner.Flags(var flags) ->
          flags.forEach(flag -> Json.set(asleep, flag.field(), flag.value()));
    }
    return asleep;
  }

  /// As it was; empty where `was` doesn't say so of every field.
  public Optional<ObjectNode> awake(Original was) {
    return Restoration.of(recipe.manner(), was).of(json);
  }

  /// What it is now, while it wants `replicas`.
  public Original original(int replicas) {
    return new Original(
        replicas,
        Optional.ofNullable(metadata.getUid()),
        recipe.manner().fields().stream().flatMap(this::places).map(this::field).toList());
  }

  /// The field, after those above it that aren't there and would be made for it.
  private Stream<JsonPointer> places(JsonPointer field) {
    return Stream.concat(Json.above(field).filter(above -> at(above).isEmpty()), Stream.of(field));
  }

  private Original.Field field(JsonPointer field) {
    return new Original.Field(field.toString(), at(field).map(JsonNode::toString));
  }

  private boolean isSet(Manner.Flag flag) {
    return at(flag.field()).filter(flag.value()::equals).isPresent();
  }
}
