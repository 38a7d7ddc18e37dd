package dev.feierabend.app.demo.cluster;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one user agent changed of workloads, as the API server's own log counts it.
public final class Writes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WORKLOADS = Set.of("deployments", "statefulsets");
  private static final int FAILURES = 300;

  private Writes() {}

  /// Writes that took effect, by the workload's id.
  public static Map<String, Long> of(Path auditLog, String userAgent) {
    return lines(auditLog)
        .map(Writes::parsed)
        .filter(entry -> entry.path("userAgent").asText().equals(userAgent))
        .filter(entry -> entry.path("verb").asText().equals("patch"))
        .filter(entry -> WORKLOADS.contains(entry.at("/objectRef/resource").asText()))
        .filter(entry -> entry.at("/responseStatus/code").asInt() < FAILURES)
        .collect(groupingBy(Writes::workload, TreeMap::new, counting()));
  }

  /// Without the one that the server is about to write.
  private static Stream<String> lines(Path auditLog) {
    try {
      String written = new String(Files.readAllBytes(auditLog), StandardCharsets.UTF_8);
      return written.substring(0, written.lastIndexOf('\n') + 1).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String workload(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    String plural = object.path("resource").asText();
    return "%s/%s/%s"
        .formatted(
            plural.substring(0, plural.length() - 1),
            object.path("namespace").asText(),
            object.path("name").asText());
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
