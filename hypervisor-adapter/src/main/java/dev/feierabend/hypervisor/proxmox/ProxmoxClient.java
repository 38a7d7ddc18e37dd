package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.hypervisor.login.Unanswered;
import dev.feierabend.hypervisor.proxmox.Reply.Fault;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Reply.Silence;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// HTTP as Proxmox VE needs it: 1.1 only, no redirects, certificates verified, and every exchange
/// over within its deadline, a body that trickles included. What was asked shows up in no message.
public final class ProxmoxClient {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final int LARGEST = 64 << 20;
  private static final int FIRST_THAT_IS_NO_SUCCESS = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final Duration answer;
  private final BodyHandler<String> bounded =
      BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST);

  ProxmoxClient(HttpClient http, Duration answer) {
    this.http = http;
    this.answer = answer;
  }

  /// Trusts the authorities that this Java trusts.
  public static ProxmoxClient standard() {
    return new ProxmoxClient(builder().build(), ANSWER);
  }

  /// Trusts what `context` trusts: the cluster's own authority, as a rule.
  public static ProxmoxClient trusting(SSLContext context) {
    return new ProxmoxClient(builder().sslContext(context).build(), ANSWER);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  Reply send(URI node, Request request, Map<String, String> headers) {
    var http = HttpRequest.newBuilder(node.resolve(request.target()));
    headers.forEach(http::header);
    if (request.reads()) {
      http.GET();
    } else {
      http.header("Content-Type", "application/x-www-form-urlencoded")
          .method(request.method(), BodyPublishers.ofString(request.form()));
    }
    return exchange(http.build());
  }

  private Reply exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> exchange = http.sendAsync(request, bounded);
    try {
      return reply(exchange.get(answer.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      exchange.cancel(true);
      return new Silence("no answer within %d ms".formatted(answer.toMillis()), false);
    } catch (ExecutionException e) {
      return silence(e);
    } catch (InterruptedException _) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Silence("interrupted before the answer came", false);
    }
  }

  private static Reply silence(Throwable thrown) {
    boolean unheard = false;
    Throwable inner = thrown;
    while (inner.getCause() != null) {
      inner = inner.getCause();
      unheard |= inner instanceof ConnectException || inner instanceof HttpConnectTimeoutException;
    }
    return new Silence(Unanswered.because(thrown), unheard);
  }

  private static Reply reply(HttpResponse<String> response) {
    int status = response.statusCode();
    JsonNode body = json(response.body());
    boolean own = body.isObject() && (body.has("data") || body.has("message"));
    if (status >= FIRST_THAT_IS_NO_SUCCESS) {
      return new Fault(status, sentence(body), own);
    }
    return body.has("data")
        ? new Said(body.path("data"))
        : new Silence("the answer is no JSON of Proxmox VE's, or not all of it", false);
  }

  /// Its own words, and what it has against single parameters.
  private static String sentence(JsonNode body) {
    var sentence = new StringBuilder(body.path("message").asText("").strip());
    body.path("errors")
        .properties()
        .forEach(each ->
            sentence
                .append(' ')
                .append(each.getKey())
                .append(": ")
                .append(each.getValue().asText("").strip()));
    return sentence.toString().strip();
  }

  /// Half a document is none.
  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException _) {
      return JSON.missingNode();
    }
  }
}
