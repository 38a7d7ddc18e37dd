package dev.feierabend.app.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritesTest {
  @TempDir private Path folder;

  @Test
  void anAgentsPatchesThatTookAreCountedAndAHalfWrittenLineIsNot() throws IOException {
    Path log = folder.resolve("audit.log");
    Files.writeString(
        log,
        entry("patch", "ours", 200)
            + entry("patch", "ours", 200)
            + entry("patch", "ours", 409)
            + entry("get", "ours", 200)
            + entry("patch", "theirs", 200)
            + entry("patch", "ours", 200).substring(0, 70));

    assertThat(Writes.of(log, "ours")).isEqualTo(Map.of("deployment/office/mail", 2L));
  }

  private static String entry(String verb, String agent, int code) {
    return """
    {"verb":"%s","userAgent":"%s","responseStatus":{"code":%d},\
    "objectRef":{"resource":"deployments","namespace":"office","name":"mail"}}
    """
        .formatted(verb, agent, code);
  }
}
