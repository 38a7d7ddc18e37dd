package dev.feierabend.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.NoteSigner;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.MerkleTree;
import dev.feierabend.core.proving.tree.TileId;
import dev.feierabend.core.proving.tree.Tiling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/// A signed tree of numbered leaves as the service leaves it beside a journal: its tiles and its
/// checkpoint, without a commit.
record TiledLog(Path folder) {
  private static final KeyName ORIGIN = new KeyName("feierabend.dev/bench");

  static TiledLog write(Path folder, long size) throws IOException, GeneralSecurityException {
    var log = new TiledLog(folder);
    var tree = new MerkleTree();
    var tiling = new Tiling(log::write);
    for (long number = 1; number <= size; number++) {
      MerkleHash leaf = MerkleHash.leaf(Long.toString(number).getBytes(UTF_8));
      tree.append(leaf);
      tiling.append(leaf);
    }
    tiling.finish();
    var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String head = TreeHead.of(ORIGIN, size, tree.root()).toString();
    Files.writeString(
        folder.resolve("checkpoint"), new NoteSigner(ORIGIN, keys).sign(head).toString());
    return log;
  }

  /// The lowest tile that holds a leaf.
  Path tile(long leaf) {
    return path(new TileId(0, leaf / TileId.FULL, TileId.FULL));
  }

  private Path path(TileId tile) {
    return folder.resolve("tile/" + tile.level()).resolve(tile.indexPath());
  }

  private void write(TileId tile, byte[] hashes) {
    try {
      Files.createDirectories(path(tile).getParent());
      Files.write(path(tile), hashes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
