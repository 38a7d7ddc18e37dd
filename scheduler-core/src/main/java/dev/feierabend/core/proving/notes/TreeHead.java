package dev.feierabend.core.proving.notes;

import dev.feierabend.core.proving.tree.MerkleHash;
import java.util.List;
import java.util.regex.Pattern;

/// What a checkpoint says: the tree of this origin has `size` leaves and this root. `extensions`
/// are lines that others may add; ours has none.
public record TreeHead(KeyName origin, long size, MerkleHash root, List<String> extensions) {
  public static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");
  private static final int LINES = 3;

  public TreeHead {
    extensions = List.copyOf(extensions);
  }

  public static TreeHead of(KeyName origin, long size, MerkleHash root) {
    return new TreeHead(origin, size, root, List.of());
  }

  /// A checkpoint's text, without signatures.
  ///
  /// @throws IllegalArgumentException where `text` is none; says which line
  public static TreeHead parse(String text) {
    var lines = List.of(text.split("\n", -1));
    int end = lines.size() - 1;
    if (end < LINES || lines.indexOf("") != end) {
      throw new IllegalArgumentException(
          "Expected three lines or more, none of them empty, but found \"%s\"".formatted(text));
    }
    if (!NUMBER.matcher(lines.get(1)).matches()) {
      throw new IllegalArgumentException(
          "Expected the tree's size in line 2 but found \"%s\"".formatted(lines.get(1)));
    }
    return new TreeHead(
        new KeyName(lines.get(0)),
        Long.parseLong(lines.get(1)),
        MerkleHash.parse(lines.get(2)),
        lines.subList(LINES, end));
  }

  /// The checkpoint's text.
  @Override
  public String toString() {
    var more = extensions.isEmpty() ? "" : String.join("\n", extensions) + "\n";
    return "%s\n%d\n%s\n%s".formatted(origin, size, root, more);
  }
}
