package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.tree.TileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// The files of a tiled log. Each appears whole or not at all; parts of a tile go once it is full.
final class TileFiles {
  static final String CHECKPOINT = "checkpoint";
  private final Path folder;

  TileFiles(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Optional<String> checkpoint() {
    Path file = folder.resolve(CHECKPOINT);
    return Files.exists(file) ? Optional.of(new String(bytes(file), UTF_8)) : Optional.empty();
  }

  /// The tile, taken from a wider one where that is what lies there.
  ///
  /// @throws Outage where there is neither
  byte[] tile(TileId tile) {
    Path file =
        IntStream.concat(
                IntStream.of(tile.width(), TileId.FULL),
                IntStream.range(tile.width() + 1, TileId.FULL))
            .mapToObj(width -> path(new TileId(tile.level(), tile.index(), width)))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () -> new Outage("Expected the tile %s but there is none".formatted(path(tile))));
    return Arrays.copyOf(bytes(file), tile.width() * MerkleHash.LENGTH);
  }

  /// The bundle; empty where there is none of exactly this width.
  Optional<byte[]> entries(TileId tile) {
    Path file = bundle(tile);
    return Files.exists(file) ? Optional.of(bytes(file)) : Optional.empty();
  }

  void write(TileId tile, byte[] hashes) {
    write(tile, path(tile), hashes);
  }

  void writeEntries(TileId tile, byte[] bundle) {
    write(tile, bundle(tile), bundle);
  }

  private Path bundle(TileId tile) {
    return folder.resolve("tile/entries").resolve(tile.indexPath());
  }

  void write(SignedNote checkpoint) {
    write(folder.resolve(CHECKPOINT), checkpoint.toString().getBytes(UTF_8));
  }

  private Path path(TileId tile) {
    return folder.resolve("tile/" + tile.level()).resolve(tile.indexPath());
  }

  private void write(TileId tile, Path file, byte[] bytes) {
    write(file, bytes);
    if (tile.isFull()) {
      delete(file.resolveSibling(file.getFileName() + ".p"));
    }
  }

  private void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Outage("%s cannot be written; look at the disk and its rights".formatted(file), e);
    }
  }

  private static void delete(Path parts) {
    if (!Files.exists(parts)) {
      return;
    }
    try (var files = Files.walk(parts)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Outage("%s cannot be deleted; look at its rights".formatted(parts), e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Outage("%s cannot be read; look at its rights".formatted(file), e);
    }
  }
}
