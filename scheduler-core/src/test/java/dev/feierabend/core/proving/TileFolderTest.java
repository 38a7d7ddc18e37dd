package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.TlogProof;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFolderTest {
  @TempDir Path directory;
  @TempDir Path folder;
  private Notary notary;
  private Checkpoints checkpoints;
  private TileFolder tiles;

  @BeforeEach
  void open() {
    notary = Notary.in(directory);
    checkpoints = notary.checkpoints();
    tiles = new TileFolder(folder);
  }

  @AfterEach
  void close() {
    notary.close();
  }

  private void publish(int commits) {
    notary.happen(commits);
    checkpoints.sign(Notary.NOW);
    tiles.publish(notary.log(), checkpoints.last().orElseThrow());
  }

  @Test
  void whatGrewInStepsIsTheSameAsWhatIsWrittenAtOnce(@TempDir Path other) throws IOException {
    for (int commits : List.of(3, 1, 250, 2, 700)) {
      publish(commits);
      assertThat(tiles.tree(tiles.size()).root())
          .isEqualTo(TreeHead.parse(tiles.checkpoint().orElseThrow().text()).root());
    }
    new TileFolder(other).publish(notary.log(), tiles.checkpoint().orElseThrow());
    var full = files(other);
    full.forEach((name, bytes) -> assertThat(files().get(name)).as(name).isEqualTo(bytes));
    assertThat(full.keySet())
        .contains("checkpoint", "tile/0/000", "tile/1/000.p/3", "tile/entries/002");
    assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
  }

  private Map<String, byte[]> files() {
    try {
      return files(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var all = new TreeMap<String, byte[]>();
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        all.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return all;
  }

  @Test
  void aCommitIsProvedOfflineByItsHeaderAndTheKey() {
    publish(300);
    var key = checkpoints.verifier().orElseThrow();
    try (var commits = notary.log().from(1)) {
      for (Commit commit : commits.limit(tiles.size()).filter(c -> c.number() % 10 == 1).toList()) {
        var proof = TlogProof.parse(tiles.proof(commit.number()).toString());
        assertThat(proof.holds(Standing.entry(commit), key)).isTrue();
        assertThat(proof.holds((commit.sealed() + " ").getBytes(UTF_8), key)).isFalse();
      }
    }
    long unsigned = tiles.size() + 1;
    assertThatIllegalArgumentException().isThrownBy(() -> tiles.proof(unsigned));
  }

  @Test
  void aLaterCheckpointIsProvedToGrowOutOfAnEarlierOne() {
    publish(100);
    var earlier = TreeHead.parse(tiles.checkpoint().orElseThrow().text());
    publish(400);
    var later = TreeHead.parse(tiles.checkpoint().orElseThrow().text());
    var proof = tiles.tree(later.size()).consistency(earlier.size());
    assertThat(proof.holds(earlier.root(), later.root())).isTrue();
    assertThat(proof.holds(MerkleHash.EMPTY, later.root())).isFalse();
  }

  @Test
  void aFolderThatHoldsAnotherHistoryIsNotMixedWithThis(@TempDir Path other) {
    publish(300);
    var mine = tiles.checkpoint();
    try (var longer = Notary.in(other)) {
      var signing = longer.checkpoints();
      for (int commits : List.of(1, 700)) {
        longer.happen(commits);
        signing.sign(Notary.NOW);
      }
      var note = signing.last().orElseThrow();
      assertThatThrownBy(() -> tiles.publish(longer.log(), note))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("move " + folder);
    }
    assertThat(tiles.checkpoint()).isEqualTo(mine);
  }

  @Test
  void aFolderThatIsAheadOfTheJournalIsNotTakenBack(@TempDir Path other) {
    publish(300);
    try (var shorter = Notary.in(other)) {
      shorter.happen(10);
      var signing = shorter.checkpoints();
      signing.sign(Notary.NOW);
      var note = signing.last().orElseThrow();
      assertThatThrownBy(() -> tiles.publish(shorter.log(), note)).isInstanceOf(Outage.class);
    }
    assertThat(tiles.size()).isEqualTo(301);
  }

  @Test
  void nothingIsProvedBeforeAnythingIsPublished() {
    assertThat(tiles.size()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> tiles.proof(1));
    assertThatIllegalArgumentException().isThrownBy(() -> tiles.tree(1));
  }
}
