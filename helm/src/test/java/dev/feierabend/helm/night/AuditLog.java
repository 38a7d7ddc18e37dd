package dev.feierabend.helm.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.testservers.WholeLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What one user agent asked of the API server, as the server's own log has it.
record AuditLog(Path file, String userAgent) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final Set<String> READS = Set.of("get", "list", "watch");

  /// One request that could have changed something: `patch deployments ahausen/web`.
  record Write(String request, int code, String user) {
    boolean took() {
      return code < 300;
    }

    /// Later, says the server.
    boolean refused() {
      return code == TOO_MANY_REQUESTS;
    }

    /// Who asked was killed before the answer: it may have taken effect.
    boolean cutOff() {
      return code == GATEWAY_TIMEOUT;
    }
  }

  List<Write> writes() {
    return WholeLines.of(file)
        .map(AuditLog::parsed)
        .filter(entry -> entry.path("userAgent").asText().equals(userAgent))
        .filter(entry -> !READS.contains(entry.path("verb").asText()))
        .map(AuditLog::write)
        .toList();
  }

  /// The writes that took effect and begin like this.
  List<String> took(String verb) {
    return requests(verb, Write::took);
  }

  /// The writes that begin like this of which nobody knows whether they took effect.
  List<String> cutOff(String verb) {
    return requests(verb, Write::cutOff);
  }

  private List<String> requests(String verb, Predicate<Write> which) {
    return writes().stream()
        .filter(which)
        .map(Write::request)
        .filter(request -> request.startsWith(verb))
        .toList();
  }

  private static Write write(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    String namespace = object.path("namespace").asText();
    String subresource = object.path("subresource").asText();
    return new Write(
        "%s %s%s %s%s"
            .formatted(
                entry.path("verb").asText(),
                object.path("resource").asText(),
                subresource.isEmpty() ? "" : "/" + subresource,
                namespace.isEmpty() ? "" : namespace + "/",
                object.path("name").asText()),
        entry.at("/responseStatus/code").asInt(),
        entry.at("/user/username").asText());
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
