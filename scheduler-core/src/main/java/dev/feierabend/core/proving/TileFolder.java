package dev.feierabend.core.proving;

import static dev.feierabend.core.proving.tree.TileId.FULL;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TlogProof;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.tree.EntryBundle;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.TileId;
import dev.feierabend.core.proving.tree.TileRow;
import dev.feierabend.core.proving.tree.TiledTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The history as a tiled log (c2sp.org/tlog-tiles): tiles of its tree, commits' headers in
/// bundles, the newest checkpoint. What is full never changes, so only what grew is written.
public final class TileFolder {
  private final TileFiles files;

  public TileFolder(Path folder) {
    this.files = new TileFiles(folder);
  }

  /// What is published; empty before the first time.
  public Optional<SignedNote> checkpoint() {
    return files.checkpoint().map(SignedNote::parse);
  }

  /// The tree of what is published, as it was at `size`.
  ///
  /// @throws IllegalArgumentException where it was never that large
  public TiledTree tree(long size) {
    if (size < 0 || size > size()) {
      throw new IllegalArgumentException(
          "Expected a size up to %d, which is signed, but found %d".formatted(size(), size));
    }
    return new TiledTree(files::tile, size);
  }

  /// How many commits are published.
  public long size() {
    return checkpoint().map(note -> TreeHead.parse(note.text()).size()).orElse(0L);
  }

  /// The hashes of a tile that is published; empty where it isn't.
  public Optional<byte[]> tile(TileId tile) {
    return isPublished(tile) ? Optional.of(files.tile(tile)) : Optional.empty();
  }

  /// The commits' headers beside a lowest tile, each behind its length in two bytes; empty where
  /// they aren't published, or as part of a fuller bundle by now.
  public Optional<byte[]> entries(TileId tile) {
    return isPublished(tile) ? files.entries(tile) : Optional.empty();
  }

  private boolean isPublished(TileId tile) {
    return tile.width() <= TileId.widthIn(size(), tile.level(), tile.index());
  }

  /// That commit `number` stands in the newest checkpoint's tree.
  ///
  /// @throws IllegalArgumentException where it doesn't
  public TlogProof proof(long number) {
    var note =
        checkpoint().orElseThrow(() -> new IllegalArgumentException("Nothing is signed yet"));
    var tree = tree(TreeHead.parse(note.text()).size());
    return new TlogProof(tree.inclusion(number - 1), note);
  }

  /// Publishes what `checkpoint` signs of `log`, and then itself.
  ///
  /// @throws Outage where the folder can't be written, or holds another history
  public void publish(CommitLog log, SignedNote checkpoint) {
    long before = size();
    var head = TreeHead.parse(checkpoint.text());
    long size = head.size();
    if (size > before) {
      entries(log, before / FULL * FULL, size);
      for (int level = 1; size >>> (8 * level) > 0; level++) {
        grow(level, before, size);
      }
    }
    if (size < before || !new TiledTree(files::tile, size).root().equals(head.root())) {
      throw new Outage(
          "Expected the tiles of this journal but found another history's, of %d commits; move %s away, it is written anew"
              .formatted(before, files.folder()));
    }
    files.write(checkpoint);
  }

  /// The bundles and the lowest tiles, from the first that wasn't full.
  private void entries(CommitLog log, long from, long size) {
    try (var commits = log.from(from + 1)) {
      var rest = commits.iterator();
      for (long at = from; at < size; at += FULL) {
        entries(new TileId(0, at / FULL, TileId.widthIn(size, 0, at / FULL)), rest);
      }
    }
  }

  private void entries(TileId tile, Iterator<Commit> commits) {
    var bundle = new EntryBundle();
    List<MerkleHash> hashes = new ArrayList<>();
    for (int i = 0; i < tile.width(); i++) {
      byte[] entry = Standing.entry(commits.next());
      bundle.append(entry);
      hashes.add(MerkleHash.leaf(entry));
    }
    files.writeEntries(tile, bundle.bytes());
    files.write(tile, TileRow.joined(hashes));
  }

  private void grow(int level, long before, long size) {
    long hashes = size >>> (8 * level);
    for (long index = (before >>> (8 * level)) / FULL; index * FULL < hashes; index++) {
      int known = TileId.widthIn(before, level, index);
      var tile = new TileId(level, index, TileId.widthIn(size, level, index));
      if (tile.width() > known) {
        var row = new ArrayList<MerkleHash>();
        if (known > 0) {
          row.addAll(TileRow.split(files.tile(new TileId(level, index, known))));
        }
        for (long below = index * FULL + known; below < index * FULL + tile.width(); below++) {
          row.add(TileRow.root(files.tile(new TileId(level - 1, below, FULL))));
        }
        files.write(tile, TileRow.joined(row));
      }
    }
  }
}
