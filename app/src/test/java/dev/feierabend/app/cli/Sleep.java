package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.Document;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Ahausen's agreement to sleep from now on for eight hours: proposed by the platform team and
/// approved by the town.
record Sleep(String pools) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  void agree(ServeProcess serve) throws IOException {
    String policy = policy(Instant.now());
    expect(serve.ask("POST", "/api/v1/agreements", Askers.TEAM, "application/yaml", policy), 201);
    String digest = Document.of(policy.getBytes(UTF_8)).digest();
    String approval = "/api/v1/agreements/ahausen/office/%s/approval".formatted(digest);
    expect(serve.ask("POST", approval, Askers.TOWN, "", ""), 204);
  }

  private String policy(Instant now) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: office, tenant: ahausen}
    spec:
      pools: [%s]
      zone: UTC
      asleep:
        - {from: %s, to: %s}
      readyBy: {lead: PT1M}
    """
        .formatted(
            pools,
            MINUTE.format(now.minus(Duration.ofMinutes(5))),
            MINUTE.format(now.plus(Duration.ofHours(8))));
  }

  private static void expect(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }
}
