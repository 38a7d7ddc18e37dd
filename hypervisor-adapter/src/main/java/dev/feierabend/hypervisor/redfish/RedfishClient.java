package dev.feierabend.hypervisor.redfish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.hypervisor.login.Unanswered;
import dev.feierabend.hypervisor.redfish.Reply.Said;
import dev.feierabend.hypervisor.redfish.Reply.Silence;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// HTTP as controllers need it: 1.1 only, no redirects, short answers, certificates verified, and
/// every exchange over within its deadline, a body that trickles included.
public final class RedfishClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final Duration answer;
  private final BodyHandler<String> brief = BodyHandlers.limiting(BodyHandlers.ofString(), 1 << 20);

  RedfishClient(HttpClient http, Duration answer) {
    this.http = http;
    this.answer = answer;
  }

  /// Trusts the authorities that this Java trusts.
  public static RedfishClient standard() {
    return new RedfishClient(builder().build(), ANSWER);
  }

  /// Trusts what `context` trusts: the town's own authority, as a rule.
  public static RedfishClient trusting(SSLContext context) {
    return new RedfishClient(builder().sslContext(context).build(), ANSWER);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  Reply send(Request request) {
    var http =
        HttpRequest.newBuilder(request.target())
            .header("Accept", "application/json")
            .header("OData-Version", "4.0");
    request.headers().forEach(http::header);
    request.body().ifPresent(_ -> http.header("Content-Type", "application/json"));
    var body = request.body().map(it -> BodyPublishers.ofString(it.toString()));
    return exchange(http.method(request.method(), body.orElseGet(BodyPublishers::noBody)).build());
  }

  private Reply exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> exchange = http.sendAsync(request, brief);
    try {
      return reply(exchange.get(answer.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      exchange.cancel(true);
      return new Silence("no answer within %d ms".formatted(answer.toMillis()));
    } catch (ExecutionException e) {
      return new Silence(Unanswered.because(e));
    } catch (InterruptedException _) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Silence("interrupted before the answer came");
    }
  }

  private static Reply reply(HttpResponse<String> response) {
    return new Said(response.statusCode(), json(response.body()), response.headers());
  }

  /// Half a document is none.
  private static JsonNode json(String text) {
    try {
      JsonNode body = JSON.readTree(text);
      return body.isObject() ? body : JSON.createObjectNode();
    } catch (JsonProcessingException _) {
      return JSON.createObjectNode();
    }
  }
}
