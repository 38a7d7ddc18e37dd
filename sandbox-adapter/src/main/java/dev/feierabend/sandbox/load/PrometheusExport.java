package dev.feierabend.sandbox.load;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.sandbox.centre.LoadModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `/api/v1/query_range` answers, kept in a file: cores by machine, whose name is in the first
/// of some labels that is there. Values within a slot count by the highest.
final class PrometheusExport {
  private static final List<String> NAMES =
      List.of("uuid", "guest", "vm", "name", "pod", "node", "instance");

  private final Path file;
  private final JsonParser json;
  private final SortedMap<String, NavigableMap<Long, Double>> machines = new TreeMap<>();

  private PrometheusExport(Path file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /// By machine and slot since the epoch.
  static SortedMap<String, NavigableMap<Long, Double>> cores(Path file) throws IOException {
    try (JsonParser json = new ObjectMapper().getFactory().createParser(file.toFile())) {
      var export = new PrometheusExport(file, json);
      export.read();
      return export.machines;
    }
  }

  private void read() throws IOException {
    while (json.nextToken() != null) {
      if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("resultType")) {
        expect("matrix");
      }
      if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("metric")) {
        series();
      }
    }
  }

  private void expect(String text) throws IOException {
    json.nextToken();
    if (!json.getText().equals(text)) {
      throw fault("the resultType " + text, json.getText());
    }
  }

  private void series() throws IOException {
    json.nextToken();
    JsonLocation where = json.currentTokenLocation();
    Map<String, String> labels = labels();
    String name =
        NAMES.stream()
            .filter(labels::containsKey)
            .map(label -> labels.getOrDefault(label, ""))
            .findFirst()
            .orElseThrow(() -> fault(where, "one of the labels " + NAMES, labels.toString()));
    json.nextToken();
    if (!"values".equals(json.currentName())) {
      throw fault("values after the metric", json.getText());
    }
    json.nextToken();
    NavigableMap<Long, Double> values = new TreeMap<>();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      value(values);
    }
    if (!values.isEmpty()) {
      machines.merge(name, values, PrometheusExport::together);
    }
  }

  private Map<String, String> labels() throws IOException {
    var labels = new HashMap<String, String>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String label = json.currentName();
      labels.put(label, String.valueOf(json.nextTextValue()));
    }
    return labels;
  }

  private void value(NavigableMap<Long, Double> values) throws IOException {
    json.nextToken();
    if (!json.currentToken().isNumeric()) {
      throw fault("a time in seconds", json.getText());
    }
    long slot = Math.floorDiv((long) json.getDoubleValue(), LoadModel.SLOT.toSeconds());
    json.nextToken();
    double cores = Numbers.parsed(json.getText());
    if (!(cores >= 0 && cores < Double.POSITIVE_INFINITY)) {
      throw fault("cores of at least 0", json.getText());
    }
    values.merge(slot, cores, Math::max);
    json.nextToken();
  }

  /// Several series of one machine add up.
  private static NavigableMap<Long, Double> together(
      NavigableMap<Long, Double> one, NavigableMap<Long, Double> other) {
    other.forEach((slot, cores) -> one.merge(slot, cores, Double::sum));
    return one;
  }

  private UnreadableTrace fault(String expected, String found) {
    return fault(json.currentTokenLocation(), expected, found);
  }

  private UnreadableTrace fault(JsonLocation at, String expected, String found) {
    return new UnreadableTrace(
        "%s:%d: expected %s, found \"%s\"".formatted(file, at.getLineNr(), expected, found));
  }
}
