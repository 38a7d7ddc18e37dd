package dev.feierabend.bench;

import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.tree.TileId;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;

/// Proofs of commits drawn at random, as the service gives them, from trees of a hundredth of the
/// commits, a tenth, all.
///
/// @param proofs a round
record Proofs(Rounds rounds, long commits, int proofs, Path disk, PrintWriter out) {
  private static final long SEED = 7;

  void compare() throws Exception {
    for (long size : List.of(commits / 100, commits / 10, commits)) {
      out.printf("%n%,d commits%n", size);
      try (var scratch = Scratch.in(disk)) {
        TiledLog log = TiledLog.write(scratch.path(), size);
        var service = new TileFolder(scratch.path());
        rounds
            .of(
                List.of(
                    each("A tile read and hashed", size, leaf -> hashed(log, size, leaf)),
                    each("TileFolder.proof", size, leaf -> service.proof(leaf + 1)),
                    each(
                        "TiledTree.consistency",
                        size,
                        leaf -> service.tree(size).consistency(leaf + 1))))
            .print(out, Comparison.Scale.MICROSECONDS);
      }
    }
  }

  @FunctionalInterface
  private interface Proving {
    Object of(long leaf) throws Exception;
  }

  private Subject each(String name, long size, Proving proving) {
    return new Subject(
        name,
        "proof",
        () ->
            () -> {
              var drawn = new Random(SEED);
              for (int i = 0; i < proofs; i++) {
                if (proving.of(drawn.nextLong(size)).toString().isEmpty()) {
                  throw new IllegalStateException("Expected a proof");
                }
              }
              return proofs;
            });
  }

  /// A full one: the last may not be.
  private static Object hashed(TiledLog log, long size, long leaf) throws Exception {
    long full = Math.min(leaf, size / TileId.FULL * TileId.FULL - 1);
    return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(log.tile(full)));
  }
}
