package dev.feierabend.core.proving.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiledTreeTest {
  private static final int SMALL = 40;

  @Test
  void aGrownTreeHasTheRootOfTheDefinitionAtEverySize() {
    var grove = new Grove(600);
    var tree = new MerkleTree();
    for (int size = 0; size < 600; size++) {
      assertThat(tree.size()).isEqualTo(size);
      assertThat(tree.root()).as("size %d", size).isEqualTo(grove.root(0, size));
      tree.append(Grove.leaf(size));
    }
  }

  @Test
  void theRootOfNothingIsTheHashOfNothing() {
    assertThat(new MerkleTree().root()).hasToString("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  void everyLeafOfEverySmallTreeIsProvedAndNoOtherIs() {
    var grove = new Grove(SMALL);
    for (int size = 1; size <= SMALL; size++) {
      var root = grove.root(0, size);
      for (int index = 0; index < size; index++) {
        var proof = grove.ofSize(size).inclusion(index);
        assertThat(proof.holds(Grove.leaf(index), root)).as("%d of %d", index, size).isTrue();
        assertThat(proof.holds(Grove.leaf(index + 1), root)).isFalse();
        assertThat(proof.holds(Grove.leaf(index), grove.root(0, size - 1))).isFalse();
        assertThat(harmed(proof.path()))
            .noneMatch(path ->
                new InclusionProof(proof.index(), proof.size(), path)
                    .holds(Grove.leaf((int) proof.index()), root));
      }
    }
  }

  @Test
  void everySmallTreeIsProvedToGrowOutOfEverySmallerAndOfNoOther() {
    var grove = new Grove(SMALL);
    for (int later = 1; later <= SMALL; later++) {
      var root = grove.root(0, later);
      for (int earlier = 1; earlier <= later; earlier++) {
        var was = grove.root(0, earlier);
        var proof = grove.ofSize(later).consistency(earlier);
        assertThat(proof.holds(was, root)).as("%d to %d", earlier, later).isTrue();
        assertThat(proof.holds(Grove.leaf(SMALL), root)).isFalse();
        assertThat(proof.holds(was, Grove.leaf(SMALL))).isFalse();
        assertThat(harmed(proof.path()))
            .noneMatch(path ->
                new ConsistencyProof(proof.earlier(), proof.later(), path).holds(was, root));
      }
    }
  }

  /// One hash less, one more, one other.
  private static List<List<MerkleHash>> harmed(List<MerkleHash> path) {
    var all = new ArrayList<List<MerkleHash>>();
    for (int i = 0; i <= path.size(); i++) {
      var longer = new ArrayList<>(path);
      longer.add(i, Grove.leaf(SMALL));
      all.add(longer);
      if (i < path.size()) {
        var shorter = new ArrayList<>(path);
        shorter.remove(i);
        all.add(shorter);
        var other = new ArrayList<>(path);
        other.set(i, Grove.leaf(SMALL));
        all.add(other);
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 511, 512, 66_000})
  void proofsAcrossTilesHoldAndReadFewOfThem(int size) {
    var grove = new Grove(size);
    var root = grove.root(0, size);
    assertThat(grove.ofSize(size).root()).isEqualTo(root);
    for (int index : new int[] {0, 1, size / 2, size - 1}) {
      grove.read.clear();
      assertThat(grove.ofSize(size).inclusion(index).holds(Grove.leaf(index), root)).isTrue();
      assertThat(grove.read).hasSizeLessThanOrEqualTo(6);
      grove.read.clear();
      var was = grove.root(0, index + 1);
      assertThat(grove.ofSize(size).consistency(index + 1).holds(was, root)).isTrue();
      assertThat(grove.read).hasSizeLessThanOrEqualTo(6);
    }
  }

  @Test
  void whatIsNotInTheTreeIsRefused() {
    var tree = new Grove(3).ofSize(3);
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(4));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0));
  }
}
