package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.Seal;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.MerkleTree;
import dev.feierabend.core.proving.tree.TileId;
import dev.feierabend.core.proving.tree.Tiling;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The tree that a package's checkpoint signs: by whom, and whether its tiles are those of that
/// tree.
final class SignedTree {
  private static final int SMALL = 1 << 20;
  private static final int TILE = TileId.FULL * MerkleHash.LENGTH;

  private final PackageFile file;
  private final SignedNote note;
  private final TreeHead head;
  private long cached = -1;
  private byte[] leaves = new byte[0];

  private SignedTree(PackageFile file, SignedNote note) {
    this.file = file;
    this.note = note;
    this.head = TreeHead.parse(note.text());
  }

  /// Empty where nothing was signed.
  ///
  /// @throws IllegalArgumentException where the checkpoint is none
  static Optional<SignedTree> in(PackageFile file) {
    return file.bytes(Members.CHECKPOINT, SMALL)
        .map(bytes -> new SignedTree(file, SignedNote.parse(new String(bytes, UTF_8))));
  }

  Seal.Note seal() {
    return new Seal.Note(note.toString());
  }

  TreeHead head() {
    return head;
  }

  /// @param given the key that counts; without one, the package's own is taken at its word
  Optional<Fault> fault(Manifest manifest, Optional<PublicKey> given) {
    return new SignerCheck(file, manifest, note)
        .fault(given.map(key -> new VerifierKey(head.origin(), key)))
        .or(() -> tiles(manifest))
        .or(() -> new WordFiles(file, manifest, this).fault());
  }

  /// The id of the key whose signature stands first.
  String key() {
    return note.signatures().getFirst().idInHex();
  }

  private Optional<Fault> tiles(Manifest manifest) {
    Set<String> due = new HashSet<>();
    Set<String> wrong = new HashSet<>();
    var tiling =
        new Tiling((tile, hashes) -> {
          String name = Members.tile(tile);
          due.add(name);
          if (!file.bytes(name, TILE).filter(found -> Arrays.equals(found, hashes)).isPresent()) {
            wrong.add(name);
          }
        });
    var tree = new MerkleTree();
    for (long number = 1; number <= head.size(); number++) {
      Optional<MerkleHash> leaf = leaf(number);
      if (leaf.isEmpty()) {
        return Optional.of(Fault.of(Kind.ROOT));
      }
      tree.append(leaf.get());
      tiling.append(leaf.get());
    }
    tiling.finish();
    if (!tree.root().equals(head.root())) {
      return Optional.of(Fault.of(Kind.ROOT));
    }
    manifest.files().keySet().stream()
        .filter(name -> name.matches("tile/\\d/.*") && !due.contains(name))
        .forEach(wrong::add);
    return wrong.stream().sorted().findFirst().map(name -> Fault.of(Kind.TILE, name));
  }

  /// What the tiles have for a commit.
  Optional<MerkleHash> leaf(long number) {
    long index = number - 1;
    long tile = index / TileId.FULL;
    if (tile != cached) {
      int width = TileId.widthIn(head.size(), 0, tile);
      if (width == 0) {
        return Optional.empty();
      }
      leaves = file.bytes(Members.tile(new TileId(0, tile, width)), TILE).orElse(new byte[0]);
      cached = tile;
    }
    int at = (int) (index % TileId.FULL) * MerkleHash.LENGTH;
    return at + MerkleHash.LENGTH <= leaves.length
        ? Optional.of(MerkleHash.of(leaves, at))
        : Optional.empty();
  }

  /// The root that the tree had when it was smaller.
  MerkleHash rootAt(long size) {
    var tree = new MerkleTree();
    for (long number = 1; number <= size; number++) {
      tree.append(leaf(number).orElseThrow());
    }
    return tree.root();
  }
}
