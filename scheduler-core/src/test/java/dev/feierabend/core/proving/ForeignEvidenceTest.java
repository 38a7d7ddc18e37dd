package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.tree.ConsistencyProof;
import dev.feierabend.testservers.EvidenceChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Code that isn't ours, and shares none with ours, agrees about our evidence. The seed is printed;
/// `-Dseed=` repeats it.
class ForeignEvidenceTest {
  private static final List<Long> INDEXES = List.of(1L, 2L, 255L, 256L, 257L, 512L, 700L);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path directory;
  @TempDir Path folder;
  private EvidenceChecker checker;
  private Path key;
  private List<Path> proofs;

  @BeforeEach
  void publish() throws IOException {
    System.out.println("ForeignEvidenceTest: seed " + seed);
    checker = EvidenceChecker.get();
    proofs = new ArrayList<>();
    try (var notary = Notary.in(directory)) {
      var checkpoints = notary.checkpoints();
      var tiles = new TileFolder(folder.resolve("tlog"));
      for (int commits : new int[] {200, 500}) {
        notary.happen(commits);
        checkpoints.sign(Notary.NOW);
        tiles.publish(notary.log(), checkpoints.last().orElseThrow());
      }
      key = write("log.vkey", checkpoints.verifier().orElseThrow().toString());
      for (long number : INDEXES) {
        proofs.add(write(number + ".tlog-proof", tiles.proof(number).toString()));
        var consistency = tiles.tree(tiles.size()).consistency(number);
        proofs.add(write(number + ".consistency", text(consistency)));
      }
      proofs.add(cosigned(tiles.checkpoint().orElseThrow()));
    }
  }

  /// A cosigned checkpoint, behind the witness's key.
  private Path cosigned(SignedNote checkpoint) throws IOException {
    var witness = Notary.signer("witness-").cosigner(new KeyName("example.org/w"));
    var line = witness.cosign(checkpoint.text(), Notary.NOW).line();
    return write("w.cosigned", witness.verifier() + "\n" + checkpoint.with(line));
  }

  private static String text(ConsistencyProof proof) {
    return proof.path().stream()
        .map(hash -> hash + "\n")
        .collect(Collectors.joining("", "%d %d\n".formatted(proof.earlier(), proof.later()), ""));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private EvidenceChecker.Verdict verdict() {
    return checker.check(key, folder.resolve("tlog"), proofs);
  }

  @Test
  void itFindsThatEverythingHolds() {
    assertThat(verdict())
        .isEqualTo(new EvidenceChecker.Verdict(true, "holds: 703 entries, 15 proofs"));
  }

  @Test
  void itRefusesAFlippedByteAnywhereInACosignedCheckpoint() throws IOException {
    Path file = proofs.getLast();
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length - 1; at++) {
      byte[] harmed = bytes.clone();
      harmed[at] ^= 4;
      Files.write(file, harmed);
      var verdict = checker.check(key, folder.resolve("tlog"), List.of(file));
      assertThat(verdict.holds()).as("byte %d", at).isFalse();
    }
  }

  @Test
  void itRefusesAFlippedByteInAnyFile() throws IOException {
    List<Path> files = new ArrayList<>(proofs);
    files.add(key);
    try (var tiles = Files.walk(folder.resolve("tlog"))) {
      tiles.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      byte[] harmed = bytes.clone();
      int at = random.nextInt(bytes.length - 1);
      // The lowest two bits of a Base64 text's last letter say nothing, and some don't look at
      // them.
      harmed[at] ^= 4;
      Files.write(file, harmed);
      assertThat(verdict())
          .as("seed %d, %s, byte %d", seed, file, at)
          .satisfies(verdict -> assertThat(verdict.holds()).isFalse())
          .satisfies(verdict -> assertThat(verdict.said()).startsWith("refused: "));
      Files.write(file, bytes);
    }
    assertThat(verdict().holds()).isTrue();
  }
}
