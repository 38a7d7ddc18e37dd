package dev.feierabend.app.wiring;

import dev.feierabend.app.notifying.MailWay;
import dev.feierabend.app.notifying.Notifying.Line;
import dev.feierabend.app.notifying.Recipient;
import dev.feierabend.app.notifying.Topic;
import dev.feierabend.app.notifying.Way;
import dev.feierabend.app.notifying.WebhookWay;
import dev.feierabend.app.notifying.Words;
import dev.feierabend.app.outward.SecretFile;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.TenantId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who is told of what outside.
///
/// @param giveUp what is older than this isn't told any more
/// @param mail the server that mail goes through
@ConfigurationProperties("feierabend.notify")
record NotifySettings(
    @DefaultValue("P1D") Duration giveUp,
    @Nullable Mail mail,
    @DefaultValue List<Told> recipients) {

  /// @param loginFile a user in the first line and the password in the second
  /// @param ca certificates, in PEM, that the server's own must lead to
  record Mail(
      String host,
      @DefaultValue("587") int port,
      @DefaultValue("STARTTLS") MailWay.Security security,
      @Nullable Path loginFile,
      @Nullable Path ca,
      String from) {
    private MailWay.Server server() {
      return new MailWay.Server(
          host,
          port,
          security,
          Optional.ofNullable(loginFile).map(LoginFile::new),
          Outward.trust(ca, "feierabend.notify.mail.ca"),
          from);
    }
  }

  /// @param secretFile signs what is sent; a line each while it is changed
  record Webhook(
      URI url,
      Path secretFile,
      @Nullable Path tokenFile,
      @Nullable Path loginFile,
      @Nullable Path ca) {
    private Way way(Words words) {
      return new WebhookWay(
          url,
          new SecretFile(secretFile),
          Outward.badge(tokenFile, loginFile),
          Outward.trust(ca, "feierabend.notify.recipients.webhook.ca"),
          words);
    }
  }

  /// @param tenants whose news alone; left out: everybody's, and the operator's
  /// @param mail addresses, or else `webhook`
  record Told(
      String name,
      @DefaultValue("de") Locale language,
      @DefaultValue("ALARMS") Set<Topic> topics,
      @DefaultValue Set<String> tenants,
      @DefaultValue List<String> mail,
      @Nullable Webhook webhook) {
    private Recipient recipient(Fleet fleet) {
      Set<TenantId> whose = tenants.stream().map(TenantId::new).collect(Collectors.toSet());
      if (!fleet.customers().containsAll(whose)) {
        throw new IllegalArgumentException(
            "Expected tenants of the fleet document but found " + tenants);
      }
      return new Recipient(name, topics, whose, language);
    }
  }

  /// @throws Outage where something in it can't be
  List<Line> lines(Fleet fleet, Words words) {
    var names = new HashSet<String>();
    return recipients.stream().map(told -> line(told, names, fleet, words)).toList();
  }

  private Line line(Told told, Set<String> names, Fleet fleet, Words words) {
    try {
      if (told.name() == null
          || !told.name().matches("[a-z0-9-]{1,40}")
          || !names.add(told.name())) {
        throw new IllegalArgumentException(
            "Expected a name of its own, of a-z, 0-9 and -, but found " + told.name());
      }
      return new Line(told.recipient(fleet), way(told, words));
    } catch (IllegalArgumentException e) {
      throw new Outage("feierabend.notify.recipients: " + e.getMessage(), e);
    }
  }

  private Way way(Told told, Words words) {
    Webhook webhook = told.webhook();
    if (told.mail().isEmpty() == (webhook == null)) {
      throw new IllegalArgumentException(
          "Expected addresses at mail, or a webhook, at " + told.name());
    }
    if (webhook != null) {
      return webhook.way(words);
    }
    if (mail == null) {
      throw new IllegalArgumentException(
          "Expected feierabend.notify.mail, the server that sends to " + told.name());
    }
    return new MailWay(mail.server(), told.mail(), words);
  }
}
