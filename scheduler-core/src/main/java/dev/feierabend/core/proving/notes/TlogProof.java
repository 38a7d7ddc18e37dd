package dev.feierabend.core.proving.notes;

import dev.feierabend.core.proving.tree.InclusionProof;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// That an entry stands in a signed tree, in one text that needs nothing beside it but the entry
/// and the key.
public record TlogProof(InclusionProof inclusion, SignedNote checkpoint) {
  private static final String FIRST = "c2sp.org/tlog-proof@v1\n";

  /// The data in an `extra` line is nothing to us.
  private static final Pattern HEADER =
      Pattern.compile(FIRST + "(?:extra [A-Za-z0-9+/]*={0,2}\n)?index (" + TreeHead.NUMBER + ")\n");

  /// @throws IllegalArgumentException where `text` is none; says what of it
  public static TlogProof parse(String text) {
    var header = HEADER.matcher(text);
    int blank = text.indexOf("\n\n");
    if (!header.lookingAt() || blank < 0) {
      throw new IllegalArgumentException(
          "Expected c2sp.org/tlog-proof@v1, an index, hashes, an empty line and a checkpoint");
    }
    var checkpoint = SignedNote.parse(text.substring(blank + 2));
    List<MerkleHash> path =
        text.substring(header.end(), Math.max(header.end(), blank + 1))
            .lines()
            .map(MerkleHash::parse)
            .toList();
    long index = Long.parseLong(header.group(1));
    long size = TreeHead.parse(checkpoint.text()).size();
    return new TlogProof(new InclusionProof(index, size, path), checkpoint);
  }

  /// True where `key` signed a tree of its name in which `entry` stands at that place.
  public boolean holds(byte[] entry, VerifierKey key) {
    var head = TreeHead.parse(checkpoint.text());
    return checkpoint.holds(key)
        && head.origin().equals(key.name())
        && head.size() == inclusion.size()
        && inclusion.holds(MerkleHash.leaf(entry), head.root());
  }

  /// The text.
  @Override
  public String toString() {
    return inclusion.path().stream()
        .map(hash -> hash + "\n")
        .collect(
            Collectors.joining("", FIRST + "index " + inclusion.index() + "\n", "\n" + checkpoint));
  }
}
