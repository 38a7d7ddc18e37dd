package dev.feierabend.kubernetes.preflight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.preflight.Labelled.Thing;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads how things are labelled, for webhooks that choose by that: of each kind one list, of which
/// no more than different labels are kept.
///
/// @param kinds that the cluster has
/// @param namespaces those that may sleep
record LabelsReading(
    KubernetesClient client, Reading reading, List<Recipe> kinds, Set<String> namespaces) {

  private record Found(String namespace, Thing thing) {}

  /// Empty where not all of it can be read: then nothing is concluded.
  Optional<Labelled> read() {
    var found = new ArrayList<Found>();
    boolean all =
        reading
            .whole(
                "labels of pods",
                client.pods().inAnyNamespace(),
                pod -> found(pod, Stream.of(Thing.pods(labels(pod)))))
            .map(found::addAll)
            .isPresent();
    for (Recipe kind : kinds) {
      all &=
          reading
              .whole(
                  "labels of " + kind.resource().plural(),
                  client.genericKubernetesResources(kind.resource().context()).inAnyNamespace(),
                  object -> found(object, things(Managed.of(kind, object))))
              .map(found::addAll)
              .isPresent();
    }
    return all ? Optional.of(labelled(found)) : Optional.empty();
  }

  private static Labelled labelled(List<Found> found) {
    return new Labelled(
        found.stream().collect(groupingBy(Found::namespace, mapping(Found::thing, toSet()))));
  }

  private Stream<Found> found(HasMetadata object, Stream<Thing> things) {
    String namespace = object.getMetadata().getNamespace();
    return namespaces.contains(namespace)
        ? things.map(thing -> new Found(namespace, thing))
        : Stream.empty();
  }

  /// The object itself, and the pods that it makes.
  private static Stream<Thing> things(Managed object) {
    var itself = Thing.object(object.recipe().resource(), object.labels());
    Stream<Thing> pods =
        object.recipe().pods().stream()
            .map(rule ->
                rule.template()
                    .flatMap(object::at)
                    .map(template -> Thing.pods(labels(template)))
                    .orElseGet(Thing::anyPods));
    return Stream.concat(Stream.of(itself), pods);
  }

  private static Map<String, String> labels(JsonNode template) {
    var labels = new TreeMap<String, String>();
    template
        .at("/metadata/labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return labels;
  }

  private static Map<String, String> labels(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
  }
}
