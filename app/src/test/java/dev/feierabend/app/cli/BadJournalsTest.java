package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals that can't be used, and what each command says.
class BadJournalsTest {
  @TempDir Path folder;
  private Path journal;

  @BeforeEach
  void live() {
    journal = folder.resolve("out");
    assertThat(Typed.demo(journal).exit()).isZero();
  }

  @Test
  void cutInTheMiddle() throws IOException {
    Path store = journal.resolve("journal.mv");
    byte[] bytes = Files.readAllBytes(store);
    Files.write(store, Arrays.copyOf(bytes, bytes.length / 2));

    told(Exit.NO, "Broken. Commit ", "verify", journal);
    told(Exit.NO, "restore it from a copy", "doctor", "--journal", journal);
    told(Exit.GOOD, "intact", "demo", "--days", 1, "--hosts", 2, "--out", journal);
  }

  @Test
  void openInAnotherProcess() throws Exception {
    String sentence = "is already open in another process; stop it or choose another directory";
    Process other = JournalHolder.start(journal);
    try {
      told(Exit.OUTAGE, sentence, "demo", "--out", journal);
      told(Exit.OUTAGE, sentence, "history", "--journal", journal);
      told(Exit.USAGE, sentence, "verify", journal);
      told(Exit.NO, sentence, "doctor", "--journal", journal);
    } finally {
      other.getOutputStream().close();
      assertThat(other.waitFor()).isZero();
    }
    assertThat(Typed.of("verify", journal).exit()).isZero();
  }

  @Test
  void aDirectoryThatMayNotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "where a directory should be");

    told(Exit.OUTAGE, "choose another with --out", "demo", "--out", file.resolve("below"));
    told(Exit.NO, "choose another directory", "doctor", "--journal", file.resolve("below"));
  }

  private static void told(int exit, String sentence, Object... words) throws IOException {
    Typed typed = Typed.of(words);
    assertThat(typed.exit()).as(typed.toString()).isEqualTo(exit);
    Troubleshooting.tellsWhatToDo(typed.out() + typed.err(), sentence);
  }
}
