package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir private Path folder;

  @Test
  void aServerEndsWhenTheOneWhoStartedItIsGone() throws Exception {
    Process server = new ProcessBuilder(Leash.on(List.of("sleep", "600"))).start();
    assertThat(server.isAlive()).isTrue();

    server.getOutputStream().close(); // what the system does for a killed process

    assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aServerThatEndsByItselfLeavesItsLastWords() {
    var command = List.of("sh", "-c", "echo no room on the disk; exit 1");
    try (Program broken = Program.start("etcd", folder, command)) {
      await()
          .untilAsserted(() ->
              assertThat(sentence(broken))
                  .contains("etcd has ended")
                  .contains("no room on the disk"));
    }
  }

  private static String sentence(Program program) {
    try {
      program.expectRunning();
      return "runs";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
