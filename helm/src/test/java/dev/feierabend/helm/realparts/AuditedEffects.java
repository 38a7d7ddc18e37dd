package dev.feierabend.helm.realparts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.testservers.WholeLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one account changed, as an API server's audit log has it.
///
/// @param nodes UUIDs of machines by the names of their nodes
/// @param places on which node each pod was
record AuditedEffects(Path file, String account, Map<String, String> nodes, Places places) {
  private static final String LOG = "the audit log";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> READS = Set.of("get", "list", "watch");

  /// What it asks about its rights, and what it tells people, change nothing.
  private static final Set<String> WORDS = Set.of("selfsubjectaccessreviews", "events");

  private static final int REFUSED = 300;
  private static final String CORDONED = "feierabend.dev/cordoned";

  /// Those that took effect, and weren't only tried out.
  Stream<Effect> all() {
    return WholeLines.of(file)
        .map(AuditedEffects::parsed)
        .filter(entry -> entry.at("/user/username").asText().equals(account))
        .filter(entry -> !READS.contains(entry.path("verb").asText()))
        .filter(entry -> entry.at("/responseStatus/code").asInt() < REFUSED)
        .filter(entry -> !WORDS.contains(entry.at("/objectRef/resource").asText()))
        .filter(entry -> !entry.path("requestURI").asText().contains("dryRun=All"))
        .map(this::effect);
  }

  private Effect effect(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    String resource = object.path("resource").asText();
    return switch (entry.path("verb").asText() + " " + resource) {
      case "patch nodes" -> ofNode(entry, uuid(object.path("name").asText()));
      case "create pods" -> moved(entry);
      case String write when write.startsWith("patch ") ->
          ofWorkload(entry, resource.substring(0, resource.length() - 1));
      case String write -> new Effect(LOG, write, name(object), Optional.empty(), at(entry));
    };
  }

  private String uuid(String node) {
    return nodes.getOrDefault(node, node);
  }

  private static Effect ofNode(JsonNode entry, String uuid) {
    JsonNode mark = annotations(entry).path(CORDONED);
    return mark.isTextual()
        ? new Effect(LOG, "cordon", uuid, Optional.of(mark.asText()), at(entry))
        : new Effect(LOG, mark.isNull() ? "admit" : "patch", uuid, Optional.empty(), at(entry));
  }

  /// Whose pod was asked to leave is emptied.
  private Effect moved(JsonNode entry) {
    JsonNode pod = entry.path("objectRef");
    boolean evicted = pod.path("subresource").asText().equals("eviction");
    String uuid = places.of(name(pod), at(entry)).map(this::uuid).orElseGet(() -> name(pod));
    return new Effect(LOG, evicted ? "drain" : "create", uuid, Optional.empty(), at(entry));
  }

  private static Effect ofWorkload(JsonNode entry, String kind) {
    String brief = entry.at("/requestObject/metadata/labels").path(Notes.ACTION).asText();
    String action = brief.isEmpty() ? annotations(entry).path(Notes.ACTION).asText() : brief;
    String verb = action.split("[./]", 2)[0];
    String subject = kind + "/" + name(entry.path("objectRef"));
    return new Effect(LOG, verb, subject, Optional.of(action), at(entry));
  }

  private static JsonNode annotations(JsonNode entry) {
    return entry.at("/requestObject/metadata/annotations");
  }

  private static String name(JsonNode object) {
    return object.path("namespace").asText() + "/" + object.path("name").asText();
  }

  private static Instant at(JsonNode entry) {
    return Instant.parse(entry.path("requestReceivedTimestamp").asText());
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
