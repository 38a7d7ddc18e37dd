package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.app.notifying.Notifying.Line;
import dev.feierabend.app.notifying.Recipient;
import dev.feierabend.app.notifying.Topic;
import dev.feierabend.app.notifying.Words;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Tenant;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// What the settings say of an Alertmanager and of who is told arrives, and what is wrong there is
/// one sentence that tells no secret.
final class AroundSettingsTest {
  private static final String URL = "http://alertmanager:9093";
  private static final TenantId AHAUSEN = new TenantId("ahausen");
  private static final Words WORDS = new Words("north", ZoneOffset.UTC, UnaryOperator.identity());

  @Test
  void anAlertmanagerNeedsNoMoreThanItsAddress() {
    var setting = alertmanager(Map.of("url", URL)).setting();

    assertThat(setting.margin()).isEqualTo(Duration.ofMinutes(5));
    assertThat(setting.written().hosts())
        .containsExactly("node=\"{{node}}\"", "instance=~\"{{name}}(:[0-9]+)?\"");
    assertThat(setting.written().guests()).containsExactly("instance=~\"{{name}}(:[0-9]+)?\"");
    assertThat(setting.written().workloads())
        .containsExactly("namespace=\"{{namespace}}\", {{kind}}=\"{{name}}\"");
    assertThat(
            alertmanager(Map.of("url", URL, "hosts[0]", "job=\"{{name}}\"", "margin", "PT1M"))
                .setting()
                .written()
                .hosts())
        .containsExactly("job=\"{{name}}\"");
  }

  @Test
  void aWrongAlertmanagerIsOneSentence() {
    for (var wrong :
        Map.of(
                "url", "http://karl:Geheim-4711@alertmanager:9093",
                "margin", "PT2H",
                "ca", "/nowhere.pem",
                "hosts[0]", "severity=\"warning\"",
                "workloads[0]", "node=\"{{node}}\"",
                "token-file", "/etc/token")
            .entrySet()) {
      var settings = new HashMap<>(Map.of("url", URL, "login-file", "/etc/login"));
      settings.put(wrong.getKey(), wrong.getValue());
      assertThatThrownBy(() -> alertmanager(settings).setting())
          .isInstanceOf(Outage.class)
          .hasMessageContaining("feierabend.alertmanager")
          .hasMessageNotContaining("4711");
    }
  }

  @Test
  void whoIsToldWhatStandsInTheSettings() {
    List<Line> lines =
        notify(
                Map.of(
                    "mail.host", "mail.example.org",
                    "mail.from", "feierabend@example.org",
                    "recipients[0].name", "bereitschaft",
                    "recipients[0].mail[0]", "wacht@example.org",
                    "recipients[1].name", "ahausen",
                    "recipients[1].language", "en",
                    "recipients[1].topics", "ALARMS,AGREEMENTS",
                    "recipients[1].tenants", "ahausen",
                    "recipients[1].webhook.url", "https://chat.example/hooks/4711",
                    "recipients[1].webhook.secret-file", "/etc/secret"))
            .lines(fleet(), WORDS);

    assertThat(lines)
        .extracting(Line::recipient)
        .containsExactly(
            new Recipient("bereitschaft", Set.of(Topic.ALARMS), Set.of(), Locale.GERMAN),
            new Recipient(
                "ahausen",
                Set.of(Topic.ALARMS, Topic.AGREEMENTS),
                Set.of(AHAUSEN),
                Locale.ENGLISH));
    assertThat(lines.get(1).way()).hasToString("webhook at chat.example");
  }

  @Test
  void aRecipientThatCannotBeReachedOrIsNoCustomerEndsTheStart() {
    var none = Map.of("recipients[0].name", "a");
    var mail = Map.of("recipients[0].name", "a", "recipients[0].mail[0]", "a@example.org");
    var stranger =
        Map.of(
            "mail.host", "h",
            "mail.from", "f",
            "recipients[0].name", "a",
            "recipients[0].mail[0]", "a@example.org",
            "recipients[0].tenants", "cdorf");
    var twice =
        Map.of(
            "mail.host", "h",
            "mail.from", "f",
            "recipients[0].name", "a",
            "recipients[0].mail[0]", "a@example.org",
            "recipients[1].name", "a",
            "recipients[1].mail[0]", "a@example.org");
    for (Map<String, String> settings : List.of(none, mail, stranger, twice)) {
      assertThatThrownBy(() -> notify(settings).lines(fleet(), WORDS))
          .isInstanceOf(Outage.class)
          .hasMessageStartingWith("feierabend.notify.recipients: Expected ");
    }
  }

  private static Fleet fleet() {
    return new Fleet(
        "north",
        List.of(new Tenant(AHAUSEN, "Ahausen")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Document.of(new byte[0]));
  }

  private static AlertmanagerSettings alertmanager(Map<String, String> settings) {
    return read("feierabend.alertmanager", settings, AlertmanagerSettings.class);
  }

  private static NotifySettings notify(Map<String, String> settings) {
    return read("feierabend.notify", settings, NotifySettings.class);
  }

  private static <T> T read(String prefix, Map<String, String> settings, Class<T> type) {
    var named = new HashMap<String, String>();
    settings.forEach((key, value) -> named.put(prefix + "." + key, value));
    return new Binder(new MapConfigurationPropertySource(named)).bind(prefix, type).get();
  }
}
