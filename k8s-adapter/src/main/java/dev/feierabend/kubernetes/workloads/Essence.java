package dev.feierabend.kubernetes.workloads;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.kubernetes.client.TreeResource;
import dev.feierabend.kubernetes.recipes.Bar;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.stream.Stream;

/// What a transition reads and writes of an object that may be touched, as text: a few hundred
/// bytes of what may be many thousands. The change that follows from it is the one that follows
/// from the whole.
///
/// @param json the object with nothing else in it
public record Essence(String json) {
  private static final String METADATA = "metadata";
  private static final List<String> NOTES = List.of("labels", "annotations");
  private static final List<String> NAMES = List.of("namespace", "name", "uid", "resourceVersion");
  private static final String OURS = "feierabend.dev/";

  public static Essence of(Managed object) {
    ObjectNode from = object.json();
    ObjectNode to = JsonNodeFactory.instance.objectNode();
    to.set("apiVersion", from.path("apiVersion"));
    to.set("kind", from.path("kind"));
    ObjectNode metadata = to.putObject(METADATA);
    JsonNode all = from.path(METADATA);
    NAMES.stream().filter(all::has).forEach(name -> metadata.set(name, all.path(name)));
    NOTES.forEach(notes -> ours(all.path(notes), metadata.putObject(notes)));
    read(object.recipe()).forEach(field -> copy(from, to, field));
    return new Essence(to.toString());
  }

  /// The object as far as it goes.
  public GenericKubernetesResource object() {
    return TreeResource.read(json);
  }

  private static Stream<JsonPointer> read(Recipe recipe) {
    return Stream.of(
            recipe.manner().fields().stream(),
            recipe.unless().stream().map(Bar::field),
            recipe.target().stream())
        .flatMap(it -> it);
  }

  private static void ours(JsonNode notes, ObjectNode to) {
    notes.properties().stream()
        .filter(it -> it.getKey().startsWith(OURS) || it.getKey().equals(FluxPause.RECONCILE))
        .forEach(it -> to.set(it.getKey(), it.getValue()));
  }

  /// What stands at `field`, or as far on the way there as anything does.
  private static void copy(ObjectNode from, ObjectNode to, JsonPointer field) {
    String name = field.getMatchingProperty();
    JsonNode there = from.path(name);
    boolean further = !field.tail().matches();
    if (further && there instanceof ObjectNode below) {
      copy(below, to.withObjectProperty(name), field.tail());
    } else if (!there.isMissingNode()) {
      to.set(name, there);
    }
  }
}
