package dev.feierabend.app.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

/// The service's settings as a page shows them.
final class Settings {
  private static final Set<String> KNOWN =
      Set.of(
          "feierabend.mode",
          "feierabend.staged.share",
          "feierabend.staged.by",
          "feierabend.staged.quiet",
          "feierabend.drills.required",
          "feierabend.drills.max-age",
          "feierabend.drills.settle",
          "feierabend.busy.workload",
          "feierabend.busy.pool",
          "feierabend.busy.kept",
          "feierabend.busy.quiet",
          "feierabend.busy.interval",
          "feierabend.looks.at-rest",
          "feierabend.looks.under-way",
          "feierabend.looks.in-vain",
          "feierabend.ready-by.kept",
          "feierabend.ready-by.guests",
          "feierabend.ready-by.hosts-at-once",
          "feierabend.fleet",
          "feierabend.journal",
          "feierabend.mongodb.uri",
          "feierabend.mongodb.username",
          "feierabend.mongodb.password-file",
          "feierabend.mongodb.ca-file",
          "feierabend.mongodb.certificate-file",
          "feierabend.mongodb.leader-lease",
          "feierabend.credentials",
          "feierabend.kubeconfig",
          "feierabend.wake-list",
          "feierabend.signing-key",
          "feierabend.signing-password",
          "feierabend.signing-token.module",
          "feierabend.signing-token.token",
          "feierabend.signing-token.label",
          "feierabend.signing-token.pin-file",
          "feierabend.signing-token.tool",
          "feierabend.previous-signing-key",
          "feierabend.origin",
          "feierabend.timestamps.url",
          "feierabend.timestamps.ca",
          "feierabend.timestamps.policy",
          "feierabend.witnesses.vkey",
          "feierabend.witnesses.url",
          "feierabend.vouching-ca",
          "feierabend.on-witness-refusal",
          "feierabend.backup",
          "feierabend.retention",
          "feierabend.calendars",
          "feierabend.custom-resources",
          "feierabend.readiness.allowed",
          "feierabend.zone",
          "feierabend.price",
          "feierabend.rules.minimum-hosts",
          "feierabend.rules.reserve",
          "feierabend.rules.headroom",
          "feierabend.rules.stale-after",
          "feierabend.rules.coverage",
          "feierabend.at-once.workloads",
          "feierabend.at-once.requests",
          "feierabend.power.shutdown",
          "feierabend.power.ca",
          "feierabend.power.ipmitool",
          "feierabend.power.ipmi-cipher",
          "feierabend.power.ipmi-at-once",
          "feierabend.alertmanager.url",
          "feierabend.alertmanager.login-file",
          "feierabend.alertmanager.ca",
          "feierabend.alertmanager.margin",
          "feierabend.alertmanager.hosts",
          "feierabend.alertmanager.guests",
          "feierabend.alertmanager.workloads",
          "feierabend.notify.give-up",
          "feierabend.notify.mail.host",
          "feierabend.notify.mail.port",
          "feierabend.notify.mail.security",
          "feierabend.notify.mail.login-file",
          "feierabend.notify.mail.from",
          "feierabend.notify.recipients.name",
          "feierabend.notify.recipients.language",
          "feierabend.notify.recipients.topics",
          "feierabend.notify.recipients.tenants",
          "feierabend.notify.recipients.mail",
          "feierabend.notify.recipients.webhook.url",
          "feierabend.notify.recipients.webhook.secret-file",
          "feierabend.prometheus.url",
          "feierabend.prometheus.ca",
          "feierabend.prometheus.token-file",
          "feierabend.prometheus.queries.cpu",
          "feierabend.prometheus.queries.power",
          "feierabend.prometheus.step",
          "feierabend.prometheus.back-fill",
          "feierabend.users.name",
          "feierabend.users.password",
          "feierabend.users.role",
          "feierabend.users.tenants",
          "feierabend.users.actor");

  private Settings() {}

  /// Keys that the service doesn't know.
  static List<String> unknown(String yaml) {
    try {
      return new YamlPropertySourceLoader()
          .load("page", new ByteArrayResource(yaml.getBytes(UTF_8))).stream()
              .flatMap(source ->
                  source instanceof EnumerablePropertySource<?> keys
                      ? Stream.of(keys.getPropertyNames())
                      : Stream.empty())
              .map(key -> key.replaceAll("\\[\\d+]", ""))
              .filter(key -> !KNOWN.contains(key))
              .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
