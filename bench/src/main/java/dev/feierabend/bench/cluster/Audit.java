package dev.feierabend.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.WholeLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The API server's own log of every request that it answered, those of before it was rotated
/// included.
record Audit(Path log) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// One request.
  ///
  /// @param resource with its subresource: `deployments`, `pods/eviction`
  /// @param answered when it was; for a watch, when it began
  record Request(
      String verb, String resource, String namespace, String name, int code, Instant answered) {
    boolean writes() {
      return !List.of("get", "list", "watch").contains(verb);
    }

    boolean accepted() {
      return code < 300;
    }

    boolean ofDeployment() {
      return resource.equals("deployments");
    }
  }

  static Audit of(ControlPlane plane) {
    return new Audit(plane.auditLog());
  }

  /// What a user agent that begins like this asked between the two, in the order of the answers.
  List<Request> requests(String agent, Instant from, Instant to) throws IOException {
    var found = new ArrayList<Request>();
    for (Path file : files()) {
      WholeLines.of(file)
          .filter(line -> line.contains("\"userAgent\":\"" + agent))
          .map(Audit::parsed)
          .map(Audit::request)
          .filter(it -> !it.answered().isBefore(from) && it.answered().isBefore(to))
          .forEach(found::add);
    }
    found.sort(Comparator.comparing(Request::answered));
    return found;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(log.resolveSibling("."))) {
      return files.filter(it -> it.getFileName().toString().matches("audit.*\\.log")).toList();
    }
  }

  private static Request request(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    String subresource = object.path("subresource").asText();
    return new Request(
        entry.path("verb").asText(),
        object.path("resource").asText(entry.path("requestURI").asText())
            + (subresource.isEmpty() ? "" : "/" + subresource),
        object.path("namespace").asText(),
        object.path("name").asText(),
        entry.at("/responseStatus/code").asInt(),
        Instant.parse(entry.path("stageTimestamp").asText()));
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
