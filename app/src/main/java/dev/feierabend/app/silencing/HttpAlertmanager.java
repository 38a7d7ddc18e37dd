package dev.feierabend.app.silencing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.Exchange;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Discreet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// An Alertmanager that is asked over HTTP (its API, version 2). A refusal is told by what it said,
/// without what we showed it.
final class HttpAlertmanager implements Alertmanager {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int GONE = 404;

  private record Answer(int status, String body, Discreet discreet) {
    String sentence(String whom) {
      return "%s answered %d: %s".formatted(whom, status, discreet.line(body));
    }
  }

  private final URI url;
  private final Badge badge;
  private final Exchange exchange;
  private final String createdBy;

  /// @param url without `/api/v2`
  HttpAlertmanager(URI url, Badge badge, Exchange exchange, String createdBy) {
    this.url = URI.create(url.toString().replaceAll("/+$", "") + "/");
    this.badge = badge;
    this.exchange = exchange;
    this.createdBy = createdBy;
  }

  @Override
  public List<Silence> shown() {
    Answer answer = send(HttpRequest.newBuilder(url.resolve("api/v2/silences")).GET());
    if (answer.status() != OK) {
      throw new Outage(answer.sentence(spoken()));
    }
    try {
      JsonNode silences = JSON.readTree(answer.body());
      return StreamSupport.stream(silences.spliterator(), false).map(SilenceJson::read).toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new Outage(
          "Expected the silences of an Alertmanager from %s but found something else"
              .formatted(spoken()),
          e);
    }
  }

  @Override
  public Optional<String> apply(Change change) {
    Answer answer = send(request(change));
    boolean gone = answer.status() == GONE && change instanceof Change.End;
    if (answer.status() / 100 == 5) {
      throw new Outage(answer.sentence(spoken()));
    }
    return answer.status() == OK || gone
        ? Optional.empty()
        : Optional.of(answer.sentence(spoken()));
  }

  private HttpRequest.Builder request(Change change) {
    return switch (change) {
      case Change.Put put ->
          HttpRequest.newBuilder(url.resolve("api/v2/silences"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(SilenceJson.write(put, createdBy).toString()));
      case Change.End(var id) ->
          HttpRequest.newBuilder(url.resolve("api/v2/silence/" + id)).DELETE();
    };
  }

  private Answer send(HttpRequest.Builder request) {
    Badge.Shown shown = badge.shown();
    shown.authorization().ifPresent(value -> request.header("Authorization", value));
    var answer = exchange.send(request.build(), spoken(), shown.discreet());
    return new Answer(answer.statusCode(), new String(answer.body(), UTF_8), shown.discreet());
  }

  private String spoken() {
    return "the Alertmanager at %s://%s".formatted(url.getScheme(), url.getAuthority());
  }
}
