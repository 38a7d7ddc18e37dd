package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RegisterPool;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.policies.terms.PoolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verdicts on a demonstration's journal, and on what became of it.
class VerifyCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private Path copy;

  @BeforeAll
  static void live() {
    assertThat(Typed.demo(shared.resolve("out")).exit()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    copy = Files.createDirectory(folder.resolve("copy"));
    try (var files = Files.list(shared.resolve("out"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void anIntactJournalIsZero() {
    assertThat(Typed.of("verify", copy))
        .satisfies(typed -> assertThat(typed.exit()).isZero())
        .satisfies(typed -> assertThat(typed.out()).startsWith("Intact: ").hasLineCount(1));
    JsonNode json = Typed.of("verify", copy, "--json").json().path("verification");
    assertThat(json.path("type").asText()).isEqualTo("Intact");
    assertThat(json.path("commits").asLong()).isGreaterThan(10);
    assertThat(json.path("headHash").asText()).hasSize(64);
  }

  @Test
  void aFlippedByteIsOneAndNamesTheFirstBadCommit() throws IOException {
    flipInside(7);

    Typed typed = Typed.of("verify", copy);
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).startsWith("Broken. Commit 7: ").hasLineCount(1);
    assertThat(Typed.of("verify", copy, "--lang", "de").out())
        .startsWith("Beschädigt. Eintrag 7: ")
        .hasLineCount(1);
    Typed json = Typed.of("verify", copy, "--json");
    assertThat(json.exit()).isEqualTo(Exit.NO);
    assertThat(json.json().at("/verification/type").asText()).isEqualTo("Broken");
    assertThat(json.json().at("/verification/firstBad").asLong()).isEqualTo(7);
  }

  @Test
  void aCutFileIsOneAndNamesACommit() throws IOException {
    Path store = copy.resolve("journal.mv");
    byte[] bytes = Files.readAllBytes(store);
    Files.write(store, Arrays.copyOf(bytes, bytes.length / 2));

    Typed typed = Typed.of("verify", copy);
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).containsPattern("Broken\\. Commit \\d+: ");
  }

  @Test
  void aCutJournalIsToldByTheOthersTooAndSaysWhatToDo() throws IOException {
    Files.write(copy.resolve("journal.mv"), new byte[100]);

    assertThat(Typed.of("history", "--journal", copy))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("restore it from a copy"));
    assertThat(Typed.of("doctor", "--journal", copy))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
        .satisfies(typed -> assertThat(typed.out()).contains("BAD", "restore it from a copy"));
  }

  @Test
  void checkpointsMustBeSignedWithTheKeyThatIsNamedOrLiesThere() throws IOException {
    assertThat(Typed.demo(folder.resolve("other"), "--seed", 2).exit()).isZero();
    Path own = copy.resolve("checkpoint.pub");
    Path others = folder.resolve("other/checkpoint.pub");

    assertThat(Typed.of("verify", copy, "--key", own).exit()).isZero();
    Typed named = Typed.of("verify", copy, "--key", others);
    assertThat(named.exit()).isEqualTo(Exit.NO);
    assertThat(named.out()).contains("was not signed with the key at hand");

    Files.copy(others, own, StandardCopyOption.REPLACE_EXISTING);
    assertThat(Typed.of("verify", copy).exit()).isEqualTo(Exit.NO);
    Files.delete(own);
    assertThat(Typed.of("verify", copy).exit()).isZero();
  }

  @Test
  void aKeyThatSignedNothingIsOneAndWithoutAKeyItIsSaid() {
    Path unsigned = folder.resolve("unsigned");
    try (var journal =
        Slices.journal(
            EmbeddedCommitLog.open(unsigned, () -> Instant.EPOCH),
            () -> Instant.EPOCH,
            List.of())) {
      journal.send(new RegisterPool(Owner.OPERATOR, new PoolId("pool"), 3));
    }

    assertThat(Typed.of("verify", unsigned).out()).contains("1 commits", "nothing is signed");
    Typed named = Typed.of("verify", unsigned, "--key", copy.resolve("checkpoint.pub"));
    assertThat(named.exit()).isEqualTo(Exit.NO);
    assertThat(named.out()).startsWith("Not signed. ");
    assertThat(Typed.of("verify", copy).out()).contains("commits are signed");
  }

  @Test
  void aWordThatNobodyGaveIsMissing() throws IOException {
    Path stranger =
        Files.writeString(
            folder.resolve("witness.vkey"),
            new CosignerKey(
                    new KeyName("example.org/w"), CheckpointSigner.ofSeed(new byte[32]).publicKey())
                + "\n");

    Typed typed = Typed.of("verify", copy, "--witness", stranger);
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).contains("Nothing in the history is the word of example.org/w");
  }

  @Test
  void aKeyThatIsNoneIsTwo() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "not a key");

    assertThat(Typed.of("verify", copy, "--key", file))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("Expected an Ed25519 public key"));
    assertThat(Typed.of("verify", copy, "--key", folder.resolve("nokey")).err())
        .contains("Expected a file but found none");
  }

  @Test
  void noJournalIsTwo() {
    Typed typed = Typed.of("verify", folder.resolve("nothing"));

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).startsWith("Expected a journal in ").hasLineCount(1);
    assertThat(Typed.of("verify").err()).contains("Missing required parameter: 'PATH'");
  }

  private void flipInside(long commit) throws IOException {
    String sealed;
    try (var file = JournalFile.open(copy)) {
      sealed = file.commit(commit).orElseThrow().sealed();
    }
    Path store = copy.resolve("journal.mv");
    byte[] bytes = Files.readAllBytes(store);
    int at = new String(bytes, ISO_8859_1).indexOf(sealed);
    assertThat(at).isPositive();
    bytes[at + 20] ^= 1;
    Files.write(store, bytes);
  }
}
