package dev.feierabend.kubernetes.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `/api/v1/query_range` answers.
final class PrometheusAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// It understood the question and says why it has no answer.
  static final class Refused extends IOException {
    Refused(String because) {
      super(because);
    }
  }

  private PrometheusAnswer() {}

  /// @throws IOException where it is none
  static List<Series> read(byte[] body) throws IOException {
    JsonNode answer = JSON.readTree(body);
    if (answer == null || !answer.hasNonNull("status")) {
      throw new IOException("no status");
    }
    if (!answer.path("status").asText().equals("success")) {
      throw new Refused(answer.path("error").asText("no reason"));
    }
    if (!answer.at("/data/resultType").asText().equals("matrix")) {
      throw new IOException("no matrix");
    }
    var all = new ArrayList<Series>();
    for (JsonNode series : answer.at("/data/result")) {
      all.add(series(series));
    }
    return List.copyOf(all);
  }

  private static Series series(JsonNode series) throws IOException {
    var labels = new HashMap<String, String>();
    series
        .path("metric")
        .properties()
        .forEach(it -> labels.put(it.getKey(), it.getValue().asText()));
    SortedMap<Long, Double> points = new TreeMap<>();
    for (JsonNode point : series.path("values")) {
      double value = number(point.path(1).asText());
      if (Double.isFinite(value)) {
        points.put(point.path(0).asLong(), value);
      }
    }
    return new Series(labels, points);
  }

  /// Prometheus says `+Inf` where Java says `Infinity`.
  private static double number(String text) throws IOException {
    try {
      return text.endsWith("Inf") ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IOException("no number: " + text, e);
    }
  }
}
