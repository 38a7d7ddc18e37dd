package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is changed in an archive, or in a store beside it, is found.
class TamperedArchiveTest {
  @TempDir private static Path folder;
  private static ArchivedDemo demo;

  @TempDir private Path own;

  @BeforeAll
  static void twoPeriodsAreArchived() throws IOException {
    demo = ArchivedDemo.in(folder);
  }

  @Test
  void anArchiveOfAnotherJournalAChangedOneAndOneTwiceAreRefused() throws IOException {
    var other = own.resolve("other");
    Typed.demo(other, "--seed", 8);
    var theirs = own.resolve("theirs.zip");
    assertThat(
            Typed.of(
                    "journal",
                    "archive",
                    "--journal",
                    other,
                    "--until",
                    ArchivedDemo.FIRST,
                    "--out",
                    theirs,
                    "--into",
                    own.resolve("new"))
                .exit())
        .isZero();
    assertRefused(
        ArchivedDemo.verify(demo.shorter(), "--archive", theirs), "is no archive of this journal");
    assertRefused(
        ArchivedDemo.verify(demo.shorter(), "--archive", demo.may11(), "--archive", demo.may11()),
        "named twice");
    assertRefused(
        ArchivedDemo.verify(demo.shorter(), "--archive", demo.may12()),
        "is no archive of this journal");
    byte[] sound = Files.readAllBytes(demo.may11());
    var changed = own.resolve("changed.zip");
    for (int at : placesInEveryMember(demo.may11(), sound)) {
      byte[] bytes = sound.clone();
      bytes[at] ^= 1;
      Files.write(changed, bytes);
      assertRefused(ArchivedDemo.verify(demo.shorter(), "--archive", changed), "or it was changed");
    }
  }

  @Test
  void whatIsChangedInTheStoreIsFoundWithTheArchiveBesideIt() {
    try (var server = SecantusDb.start();
        var client = MongoClients.create("mongodb://127.0.0.1:" + server.port())) {
      String less = "mongodb://127.0.0.1:%d/less".formatted(server.port());
      Typed.of("journal", "copy", "--from", demo.shorter(), "--to", less);
      var commits = client.getDatabase("less").getCollection("commits");
      var moved = commits.find(Filters.regex("body", "^[{]")).first();
      assertThat(moved).isNotNull();
      long number = moved.getLong("_id");
      for (var change :
          List.of(
              Updates.set(
                  "body", moved.getString("body").replace("\"sequence\":", "\"sequence\":1")),
              Updates.set("body", "{\"archived\":[]}"),
              Updates.set("body", "[]"),
              Updates.set(
                  "sealed", moved.getString("sealed").replace("\"number\":", "\"number\": ")),
              Updates.set("hash", "0".repeat(64)))) {
        commits.updateOne(Filters.eq("_id", number), change);
        assertThat(ArchivedDemo.verify(less, "--archive", demo.may11()))
            .as("%s", change)
            .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
            .satisfies(typed -> assertThat(typed.out()).contains("Commit %d: ".formatted(number)));
        commits.replaceOne(Filters.eq("_id", number), moved);
      }
      assertThat(ArchivedDemo.verify(less, "--archive", demo.may11()).exit()).isZero();
    }
  }

  /// One within each member's data, and the very last.
  private static List<Integer> placesInEveryMember(Path zip, byte[] bytes) throws IOException {
    var places = new ArrayList<Integer>();
    try (var file = new ZipFile(zip.toFile())) {
      file.stream()
          .forEach(entry -> {
            String name = entry.getName();
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
            places.add(at + name.length() + (int) entry.getCompressedSize() / 2);
          });
    }
    places.add(bytes.length - 1);
    return places;
  }

  private static void assertRefused(Typed typed, String sentence) {
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).contains(sentence);
  }
}
