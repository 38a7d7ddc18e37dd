package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.hypervisor.login.Unanswered;
import dev.feierabend.hypervisor.vsphere.Reply.Fault;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import dev.feierabend.hypervisor.vsphere.Reply.Silence;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.xml.stream.XMLStreamException;

/// SOAP as vCenters need it: HTTP 1.1, no redirects, certificates verified, and every exchange over
/// within its deadline, a body that trickles included. What was asked shows up in no message.
public final class VsphereClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int LARGEST = 64 << 20;

  /// Every vCenter since 6.5 answers as that version did.
  private static final String VERSION = "\"urn:vim25/6.5\"";

  private static final String BEFORE =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"urn:vim25\">"
          + "<soapenv:Body>";
  private static final String AFTER = "</soapenv:Body></soapenv:Envelope>";

  private final HttpClient http;
  private final Duration answer;
  private final BodyHandler<String> bounded =
      BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST);

  VsphereClient(HttpClient http, Duration answer) {
    this.http = http;
    this.answer = answer;
  }

  /// Trusts the authorities that this Java trusts.
  public static VsphereClient standard() {
    return new VsphereClient(builder().build(), ANSWER);
  }

  /// Trusts what `context` trusts: the vCenter's own authority, as a rule.
  public static VsphereClient trusting(SSLContext context) {
    return new VsphereClient(builder().sslContext(context).build(), ANSWER);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  /// @param cookie the session's, if one came along
  record Posted(Reply reply, Optional<String> cookie) {}

  /// @param longer how much longer than usual the answer may take
  Posted post(URI where, Optional<String> cookie, Xml method, Duration longer) {
    var request =
        HttpRequest.newBuilder(where)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", VERSION)
            .POST(BodyPublishers.ofString(BEFORE + XmlText.of(method) + AFTER));
    cookie.ifPresent(it -> request.header("Cookie", it));
    return exchange(request.build(), answer.plus(longer));
  }

  private Posted exchange(HttpRequest request, Duration patience) {
    CompletableFuture<HttpResponse<String>> exchange = http.sendAsync(request, bounded);
    try {
      HttpResponse<String> response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Posted(reply(response), cookie(response));
    } catch (TimeoutException _) {
      exchange.cancel(true);
      return silence("no answer within %d ms".formatted(patience.toMillis()));
    } catch (ExecutionException e) {
      return silence(Unanswered.because(e));
    } catch (InterruptedException _) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return silence("interrupted before the answer came");
    }
  }

  private static Posted silence(String because) {
    return new Posted(new Silence(because), Optional.empty());
  }

  /// As it came, since some servers want it back with the quotes they sent.
  private static Optional<String> cookie(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .filter(cookie -> cookie.startsWith("vmware_soap_session="))
        .findFirst();
  }

  private static Reply reply(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status != 200 && status != 500) {
      return new Silence("HTTP " + status);
    }
    try {
      return reply(XmlReader.read(response.body()).at("Body"), status);
    } catch (XMLStreamException _) {
      return new Silence("the answer is no XML, or not all of it");
    }
  }

  private static Reply reply(Xml body, int status) {
    if (body.children().size() != 1) {
      return new Silence("HTTP %d without an answer in it".formatted(status));
    }
    Xml only = body.children().getFirst();
    if (!only.name().equals("Fault")) {
      return new Said(only);
    }
    Xml detail = only.at("detail").children().stream().findFirst().orElse(Xml.of("Fault", ""));
    return Fault.of(detail, only.textAt("faultstring"));
  }
}
