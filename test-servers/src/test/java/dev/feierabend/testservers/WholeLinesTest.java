package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLinesTest {
  @TempDir private Path folder;

  /// It may end in the midst of a character, or where it looks whole.
  @Test
  void whatIsNotEndedYetIsNotThereYet() throws Exception {
    Path log = folder.resolve("audit.log");
    Files.writeString(log, "{\"a\": 1}\n{\"b\": \"ü\"}\n{\"c\": {}");
    assertThat(WholeLines.of(log)).containsExactly("{\"a\": 1}", "{\"b\": \"ü\"}");

    Files.write(log, new byte[] {'{', '"', (byte) 0xc3});
    assertThat(WholeLines.of(log)).isEmpty();
  }
}
