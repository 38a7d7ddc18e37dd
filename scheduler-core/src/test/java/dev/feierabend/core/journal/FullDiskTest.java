package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  @TempDir Path directory;

  @Test
  void afterARefusedWriteTheLogGoesOnWhereItWas() {
    var disk = FullDisk.in(directory);
    try (var log = new EmbeddedCommitLog(disk, () -> Instant.EPOCH)) {
      var first = log.append(AHAUSEN, List.of(event("a", 0)));
      disk.full().set(true);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("a", 1))))
            .isInstanceOf(Outage.class)
            .hasMessageContaining("free the disk");
        assertThat(log.head()).isEqualTo(first.head());
        assertThat(log.from(1)).containsExactly(first);
        assertThat(log.aggregate("a", 0)).containsExactly(first);
      }
      disk.full().set(false);
      var second = log.append(AHAUSEN, List.of(event("a", 1)));
      assertThat(second.header().previous()).isEqualTo(first.hash());
    }
    try (var log = EmbeddedCommitLog.open(directory, () -> Instant.EPOCH)) {
      assertThat(log.from(1)).hasSize(2);
    }
  }
}
