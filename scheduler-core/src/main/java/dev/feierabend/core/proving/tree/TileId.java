package dev.feierabend.core.proving.tree;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which tile: 256 hashes of the tree at height `8 × level`, from hash `256 × index` on; `width` of
/// them, fewer than 256 at the tree's right edge.
public record TileId(int level, long index, int width) {
  /// A full tile's hashes.
  public static final int FULL = 256;

  static final int HEIGHT = 8;
  private static final int LEVELS = 63 / HEIGHT + 1;
  private static final Pattern INDEX = Pattern.compile("(x\\d{3}/)*\\d{3}(\\.p/[1-9]\\d{0,2})?");

  /// No index has more; it stays a number when it is multiplied.
  private static final int DIGITS = 15;

  public TileId {
    if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "Expected level 0 to 7, an index from 0 and 1 to 256 hashes but found %d, %d and %d"
              .formatted(level, index, width));
    }
  }

  /// How wide tile `index` of `level` is in a tree of `size` leaves; 0 where there is none.
  public static int widthIn(long size, int level, long index) {
    long hashes = size >>> (HEIGHT * level);
    return (int) Math.clamp(hashes - index * FULL, 0L, (long) FULL);
  }

  public TileId full() {
    return new TileId(level, index, FULL);
  }

  public boolean isFull() {
    return width == FULL;
  }

  /// `x001/x234/067`, and `.p/<width>` behind it where the tile isn't full.
  public String indexPath() {
    var path = new StringBuilder("%03d".formatted(index % 1000));
    for (long more = index / 1000; more > 0; more /= 1000) {
      path.insert(0, "x%03d/".formatted(more % 1000));
    }
    return isFull() ? path.toString() : path + ".p/" + width;
  }

  /// The inverse of `indexPath`; empty where `path` is none in its one form.
  public static Optional<TileId> parse(int level, String path) {
    int partial = path.indexOf(".p/");
    String digits = (partial < 0 ? path : path.substring(0, partial)).replaceAll("[x/]", "");
    if (!INDEX.matcher(path).matches() || digits.length() > DIGITS || level >= LEVELS) {
      return Optional.empty();
    }
    int width = partial < 0 ? FULL : Integer.parseInt(path.substring(partial + 3));
    return Optional.of(width)
        .filter(known -> known <= FULL)
        .map(known -> new TileId(level, Long.parseLong(digits), known))
        .filter(tile -> tile.indexPath().equals(path));
  }
}
