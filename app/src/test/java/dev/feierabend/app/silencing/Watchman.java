package dev.feierabend.app.silencing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Asks a real Alertmanager what it would tell its people, beside the product.
record Watchman(URI url) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /// Hosts raise the alarm that they are down.
  void alarm(List<String> hosts) {
    String alerts =
        hosts.stream()
            .map(
                "{\"labels\": {\"alertname\": \"HostDown\", \"instance\": \"%s:9100\"}, \"endsAt\": \"2099-01-01T00:00:00Z\"}"
                    ::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    send(
        HttpRequest.newBuilder(url.resolve("/api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(alerts)));
  }

  /// Whose alarms sound.
  TreeSet<String> sounding() {
    return alerts("active");
  }

  TreeSet<String> silenced() {
    return alerts("suppressed");
  }

  private TreeSet<String> alerts(String state) {
    return StreamSupport.stream(get("/api/v2/alerts").spliterator(), false)
        .filter(alert -> alert.path("status").path("state").asText().equals(state))
        .map(alert -> alert.path("labels").path("instance").asText().replace(":9100", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// When the silences end that stand.
  List<Instant> ends() {
    return StreamSupport.stream(get("/api/v2/silences").spliterator(), false)
        .filter(silence -> !silence.path("status").path("state").asText().equals("expired"))
        .map(silence -> Instant.parse(silence.path("endsAt").asText()))
        .toList();
  }

  /// A silence that a person made.
  void silenceOfAPerson(String instance) {
    String silence =
        """
        {"matchers": [{"name": "instance", "value": "%s:9100", "isRegex": false, "isEqual": true}],
         "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2099-01-01T00:00:00Z",
         "createdBy": "petra", "comment": "a disk is changed"}
        """
            .formatted(instance);
    send(
        HttpRequest.newBuilder(url.resolve("/api/v2/silences"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(silence)));
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(url.resolve(path)).GET());
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(new String(answer.body(), UTF_8));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
