package dev.feierabend.app.cli;

import dev.feierabend.app.notifying.MailWay;
import dev.feierabend.app.notifying.Notifying.Line;
import dev.feierabend.app.notifying.Way;
import dev.feierabend.app.notifying.WebhookWay;
import dev.feierabend.app.silencing.Setting;
import dev.feierabend.app.wiring.SettingsFile;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether those outside whom the service's settings name are there: the Alertmanager that planned
/// sleep is silenced in, and whoever is told of things. Nothing is silenced and nobody told.
///
/// @param fleet empty where it can't be read, and nobody knows then whose news somebody gets
record OutwardExamination(Path settings, Optional<Fleet> fleet, Locale locale) {
  private static final String SILENCES = "silences";
  private static final String NOTIFY = "notify";

  Stream<Finding> findings() {
    return Stream.concat(silences(), fleet.stream().flatMap(this::told));
  }

  private Stream<Finding> silences() {
    try {
      return SettingsFile.alertmanager(settings).stream().map(this::silences);
    } catch (Outage outage) {
      return Stream.of(bad(SILENCES, "settings-unusable", outage));
    }
  }

  private Finding silences(Setting alertmanager) {
    try {
      return new Finding(true, SILENCES, say("silences", alertmanager.standing()))
          .in(alertmanager.place().url().getAuthority());
    } catch (Outage outage) {
      return bad(SILENCES, "silences-out", outage);
    }
  }

  private Stream<Finding> told(Fleet known) {
    try {
      return SettingsFile.recipients(settings, known).stream().map(this::told);
    } catch (Outage outage) {
      return Stream.of(bad(NOTIFY, "settings-unusable", outage));
    }
  }

  private Finding told(Line line) {
    try {
      line.way().knock();
      return new Finding(true, NOTIFY, reached(line.way())).in(line.recipient().name());
    } catch (Outage outage) {
      return bad(NOTIFY, "notify-out", outage).in(line.recipient().name());
    }
  }

  private String reached(Way way) {
    return switch (way) {
      case MailWay mail -> say("notify-mail", mail.server().host());
      case WebhookWay webhook -> say("notify-webhook", webhook.url().getHost());
    };
  }

  private Finding bad(String what, String key, Outage outage) {
    return new Finding(false, what, say(key, String.valueOf(outage.getMessage())));
  }

  private String say(String key, Object... about) {
    return Phrases.ofCommands(locale).of(key, about);
  }
}
