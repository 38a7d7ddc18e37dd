package dev.feierabend.helm.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import dev.feierabend.testservers.ApiRequest.Answered;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The patches that an API server took, as the effects that they are.
final class SeenEffects {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CORDONED = "feierabend.dev/cordoned";
  private static final Pattern WORKLOAD =
      Pattern.compile("/apis/apps/v1/namespaces/([^/]+)/([a-z]+)s/([^/?]+)(\\?.*)?");
  private static final Pattern NODE = Pattern.compile("/api/v1/nodes/([^/?]+)(\\?.*)?");
  private static final Map<String, String> SWITCHED = Map.of("on", "on", "off", "off");

  private SeenEffects() {}

  static List<Effect> of(List<Answered> answered) {
    return answered.stream()
        .filter(it -> it.took() && it.request().method().equals("PATCH"))
        .flatMap(SeenEffects::of)
        .toList();
  }

  private static Stream<Effect> of(Answered patch) {
    JsonNode metadata = metadata(patch.request().body());
    Matcher workload = WORKLOAD.matcher(patch.request().target());
    if (workload.matches()) {
      String subject =
          "%s/%s/%s".formatted(workload.group(2), workload.group(1), workload.group(3));
      String action = action(metadata);
      String verb = action.split("[./]", 2)[0];
      return Stream.of(effect(patch, Optional.of(new ActionId(action)), verb, subject));
    }
    Matcher node = NODE.matcher(patch.request().target());
    return node.matches()
        ? ofNode(patch, metadata.path("annotations"), Towns.uuid(node.group(1)))
        : Stream.of();
  }

  private static Stream<Effect> ofNode(Answered patch, JsonNode annotations, String subject) {
    JsonNode mark = annotations.path(CORDONED);
    if (mark.isTextual()) {
      var action = Optional.of(new ActionId(mark.asText()));
      return Stream.of(effect(patch, action, "cordon", subject));
    }
    String verb =
        mark.isNull()
            ? "admit"
            : SWITCHED.get(annotations.path(NodeAnnotationPower.POWER).asText());
    return Optional.ofNullable(verb).stream()
        .map(it -> effect(patch, Optional.empty(), it, subject));
  }

  private static Effect effect(
      Answered patch, Optional<ActionId> action, String verb, String subject) {
    return new Effect(patch.at(), action, verb, subject, true);
  }

  /// In full or in brief.
  private static String action(JsonNode metadata) {
    String brief = metadata.path("labels").path(Notes.ACTION).asText();
    return brief.isEmpty() ? metadata.path("annotations").path(Notes.ACTION).asText() : brief;
  }

  private static JsonNode metadata(String body) {
    try {
      return JSON.readTree(body).path("metadata");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
