package dev.feierabend.kubernetes.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// A Prometheus, or whatever speaks its HTTP interface. One that doesn't answer as it should is an
/// outage that says how it answered.
public final class Prometheus {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int LARGEST = 256 << 20;

  /// @param url without `/api/v1`
  /// @param trust whom its HTTPS must lead to; those that this machine trusts if none
  /// @param tokenFile whose first line says who we are, read anew each time
  public record Place(URI url, Optional<SSLContext> trust, Optional<Path> tokenFile) {
    public Place {
      if (String.valueOf(url.getRawAuthority()).contains("@")) {
        throw new IllegalArgumentException(
            "Expected a URL without a user or a password, which is told in every message; a token has its file");
      }
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!web || url.getHost() == null) {
        throw new IllegalArgumentException(
            "Expected the URL of a Prometheus, for example http://prometheus.monitoring:9090, but found \"%s\""
                .formatted(url));
      }
    }
  }

  private final Place place;
  private final URI address;
  private final HttpClient client;

  public Prometheus(Place place) {
    this.place = place;
    address = URI.create(place.url().toString().replaceFirst("/+$", "") + "/api/v1/query_range");
    var building = HttpClient.newBuilder().connectTimeout(CONNECT);
    place.trust().ifPresent(building::sslContext);
    client = building.build();
  }

  /// What the query gives at every `step` after `from`, up to `to`.
  List<Series> range(String query, Instant from, Instant to, Duration step) {
    var form =
        Map.of(
            "query", query,
            "start", from.plus(step).toString(),
            "end", to.toString(),
            "step", Long.toString(step.toSeconds()));
    try {
      HttpResponse<InputStream> response = client.send(request(form), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return read(response.statusCode(), body.readNBytes(LARGEST));
      }
    } catch (IOException e) {
      throw new Outage(
          "Expected a Prometheus at %s but it didn't answer: %s"
              .formatted(place.url(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage("Interrupted while " + place.url() + " was asked", e);
    }
  }

  private HttpRequest request(Map<String, String> form) throws IOException {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(DEADLINE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (place.tokenFile().isPresent()) {
      request.header("Authorization", "Bearer " + token());
    }
    return request.build();
  }

  private String token() throws IOException {
    Path file = place.tokenFile().orElseThrow();
    return Files.readString(file).lines().findFirst().orElse("").strip();
  }

  /// Whoever stands before it may repeat what we sent.
  private String discreet(String said) {
    try {
      String token = place.tokenFile().isPresent() ? token() : "";
      return token.isEmpty() ? said : said.replace(token, "***");
    } catch (IOException _) {
      return "(what it said may hold our token, which can't be read now)";
    }
  }

  private List<Series> read(int code, byte[] body) {
    try {
      return PrometheusAnswer.read(body);
    } catch (PrometheusAnswer.Refused refused) {
      throw new Outage(
          "Expected %s to answer a query but it said %d: %s"
              .formatted(place.url(), code, discreet(String.valueOf(refused.getMessage()))));
    } catch (IOException e) {
      String hint =
          code == HttpURLConnection.HTTP_OK ? "" : "; is it a Prometheus, and may we ask it?";
      throw new Outage(
          "Expected JSON of a Prometheus from %s but found something else (%d)%s"
              .formatted(place.url(), code, hint),
          e);
    }
  }
}
