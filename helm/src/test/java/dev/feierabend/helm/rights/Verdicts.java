package dev.feierabend.helm.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.helm.Right;
import dev.feierabend.testservers.WholeLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the API server judged what one account asked of it, under whatever user agent, by its own
/// audit log.
///
/// @param account as `namespace/name`
/// @param since when the first request that counts came in
record Verdicts(Path file, String account, Instant since) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DECISION = "authorization.k8s.io/decision";
  private static final String REASON = "authorization.k8s.io/reason";

  /// What was allowed by a binding to this account; what everybody may, like asking which kinds
  /// there are, was not.
  SortedSet<Right> used() {
    return entries()
        .filter(entry -> annotation(entry, REASON).contains("to ServiceAccount \""))
        .map(Verdicts::right)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What was not allowed, as rights that were missing.
  List<String> refused() {
    return entries()
        .filter(entry -> annotation(entry, DECISION).equals("forbid"))
        .map(entry -> "%s, at %s".formatted(right(entry), entry.path("requestURI").asText()))
        .distinct()
        .toList();
  }

  private Stream<JsonNode> entries() {
    return WholeLines.of(file).map(Verdicts::parsed).filter(this::counts);
  }

  private boolean counts(JsonNode entry) {
    String user = "system:serviceaccount:" + account.replace('/', ':');
    return entry.at("/user/username").asText().equals(user)
        && !Instant.parse(entry.path("requestReceivedTimestamp").asText()).isBefore(since);
  }

  private static Right right(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    String subresource = object.path("subresource").asText();
    String resource = object.path("resource").asText();
    return Right.of(
        entry.path("verb").asText(),
        subresource.isEmpty() ? resource : resource + "/" + subresource,
        object.path("apiGroup").asText());
  }

  private static String annotation(JsonNode entry, String name) {
    return entry.path("annotations").path(name).asText();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
