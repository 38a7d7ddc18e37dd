package dev.feierabend.helm.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.helm.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the API server judged what one user agent asked of it, by its own audit log.
record Verdicts(Path file, String userAgent) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DECISION = "authorization.k8s.io/decision";
  private static final String REASON = "authorization.k8s.io/reason";

  /// What was allowed by a binding to this account; what everybody may, like asking which kinds
  /// there are, was not.
  SortedSet<Right> used(String account) {
    return entries()
        .filter(entry -> annotation(entry, REASON).contains("to ServiceAccount \"" + account))
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
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.endsWith("}"))
          .map(Verdicts::parsed)
          .filter(entry -> entry.path("userAgent").asText().equals(userAgent))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
