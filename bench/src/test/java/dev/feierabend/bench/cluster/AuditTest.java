package dev.feierabend.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.bench.cluster.Audit.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @TempDir Path folder;

  @Test
  void oneAgentsRequestsAreReadFromTheLogAndTheOnesBeforeIt() throws IOException {
    Files.writeString(
        folder.resolve("audit-2026-11-27T12-00-00.000.log"),
        entry("patch", "ours/1", "2026-11-27T12:00:01.5Z"));
    Files.writeString(
        folder.resolve("audit.log"),
        entry("get", "ours/1", "2026-11-27T12:00:01Z")
            + entry("patch", "theirs/1", "2026-11-27T12:00:02Z")
            + entry("patch", "ours/1", "2026-11-27T12:00:09Z")
            + entry("patch", "ours/1", "2026-11-27T12:00:03Z").substring(0, 60));

    assertThat(new Audit(folder.resolve("audit.log")).requests("ours/", NOON, NOON.plusSeconds(9)))
        .containsExactly(
            new Request("get", "deployments/scale", "town-1", "a", 200, NOON.plusSeconds(1)),
            new Request("patch", "deployments/scale", "town-1", "a", 200, NOON.plusMillis(1500)));
  }

  private static String entry(String verb, String agent, String at) {
    return """
    {"verb":"%s","userAgent":"%s","stageTimestamp":"%s","responseStatus":{"code":200},\
    "objectRef":{"resource":"deployments","subresource":"scale","namespace":"town-1","name":"a"}}
    """
        .formatted(verb, agent, at);
  }
}
