package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closed periods of a journal in MongoDB.
class ArchivedMongoTest {
  @TempDir private static Path folder;
  private static ArchivedDemo demo;

  @TempDir private Path own;

  @BeforeAll
  static void twoPeriodsAreArchived() throws IOException {
    demo = ArchivedDemo.in(folder);
  }

  @Test
  void inMongoItIsTheSame() {
    try (var server = SecantusDb.start()) {
      String whole = "mongodb://127.0.0.1:%d/whole".formatted(server.port());
      String less = "mongodb://127.0.0.1:%d/less".formatted(server.port());
      Typed.of("journal", "copy", "--from", demo.whole(), "--to", whole);
      var zip = own.resolve("may11.zip");
      assertThat(demo.archive(whole, ArchivedDemo.FIRST, zip, less))
          .satisfies(typed -> assertThat(typed.err()).isEmpty())
          .satisfies(typed -> assertThat(typed.exit()).isZero());
      assertThat(zip).hasSameBinaryContentAs(demo.may11());
      assertThat(demo.archive(whole, ArchivedDemo.FIRST, zip, less).exit())
          .as("done again")
          .isZero();
      assertThat(ArchivedDemo.verify(less).exit()).isEqualTo(Exit.NO);
      assertThat(ArchivedDemo.verify(less, "--archive", zip).exit()).isZero();
      var back = own.resolve("back");
      assertThat(Typed.of("journal", "copy", "--from", less, "--to", back).exit()).isZero();
      assertThat(ArchivedDemo.verify(back, "--archive", zip).exit()).isZero();
      assertThat(Typed.of("agreement", "list", "--journal", less).exit()).isZero();
    }
  }
}
