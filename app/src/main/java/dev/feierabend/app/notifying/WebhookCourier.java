package dev.feierabend.app.notifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.Exchange;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Discreet;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Posts CloudEvents, one at a time, signed. Taken is what is answered by 2xx.
record WebhookCourier(WebhookWay way, Recipient recipient, Exchange exchange, InstantSource clock)
    implements Courier {
  /// Of this very request; others may pass (a login that is mended, a server that is up again).
  private static final Set<Integer> REFUSALS = Set.of(400, 405, 406, 410, 413, 414, 415, 422);

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public Delivery deliver(List<News> news) {
    try {
      for (News one : news) {
        Delivery delivery = deliver(one);
        if (!(delivery instanceof Delivered)) {
          return delivery;
        }
      }
      return new Delivered();
    } catch (Outage outage) {
      return new Failed(String.valueOf(outage.getMessage()));
    }
  }

  private Delivery deliver(News news) {
    Badge.Shown shown = way.badge().shown();
    List<String> secrets = way.secret().lines();
    HttpRequest.Builder request = signed(news, Signature.by(secrets));
    shown.authorization().ifPresent(value -> request.header("Authorization", value));
    var answer = exchange.send(request.build(), way.toString(), discreet(shown, secrets));
    return judged(answer, discreet(shown, secrets));
  }

  private HttpRequest.Builder signed(News news, Signature signature) {
    String body = new CloudEvent(news, way.words(), recipient.locale()).json();
    String id = news.place().toString();
    Instant at = clock.instant();
    return HttpRequest.newBuilder(way.url())
        .header("Content-Type", CloudEvent.TYPE)
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .header("webhook-signature", signature.of(id, at, body))
        .POST(BodyPublishers.ofString(body));
  }

  /// What is particular to an address can be a secret, too.
  private Discreet discreet(Badge.Shown shown, List<String> secrets) {
    var hidden = new ArrayList<>(secrets);
    hidden.addAll(shown.discreet().secrets());
    hidden.add(way.url().getRawPath());
    hidden.add(String.valueOf(way.url().getRawQuery()));
    return new Discreet(hidden.stream().filter(secret -> secret.length() > 1).toList());
  }

  private Delivery judged(HttpResponse<byte[]> answer, Discreet discreet) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new Delivered();
    }
    String said = discreet.line(new String(answer.body(), UTF_8));
    String because = "the %s answered %d: %s".formatted(way, status, said);
    return REFUSALS.contains(status) ? new Refused(because) : new Failed(because);
  }
}
