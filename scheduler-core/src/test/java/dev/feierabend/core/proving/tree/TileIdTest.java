package dev.feierabend.core.proving.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileIdTest {
  @ParameterizedTest
  @CsvSource({
    "0, 256, 000",
    "67, 112, 067.p/112",
    "999, 256, 999",
    "1000, 1, x001/000.p/1",
    "1234067, 256, x001/x234/067"
  })
  void anIndexIsAPathAndAPathAnIndex(long index, int width, String path) {
    var tile = new TileId(1, index, width);
    assertThat(tile.indexPath()).isEqualTo(path);
    assertThat(TileId.parse(1, path)).contains(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0000",
        "x000/001",
        "x001",
        "001/002",
        "001.p/0",
        "001.p/256",
        "001.p/01",
        "001.p/999",
        "../001",
        "001/",
        "x999/x999/x999/x999/x999/x999/x999/x999/999"
      })
  void aPathThatIsNotInItsOneFormIsNone(String path) {
    assertThat(TileId.parse(0, path)).isEmpty();
  }

  /// The example of c2sp.org/tlog-tiles.
  @Test
  void aTreeOf70000HasTheTilesOfTheStandard() {
    assertThat(TileId.widthIn(70_000, 0, 272)).isEqualTo(256);
    assertThat(TileId.widthIn(70_000, 0, 273)).isEqualTo(112);
    assertThat(TileId.widthIn(70_000, 0, 274)).isZero();
    assertThat(TileId.widthIn(70_000, 1, 0)).isEqualTo(256);
    assertThat(TileId.widthIn(70_000, 1, 1)).isEqualTo(17);
    assertThat(TileId.widthIn(70_000, 2, 0)).isEqualTo(1);
    assertThat(TileId.widthIn(70_000, 3, 0)).isZero();
  }

  @Test
  void aTileOfNothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TileId(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TileId(8, 0, 1));
  }
}
