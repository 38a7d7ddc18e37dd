package dev.feierabend.app.witness;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.notes.Cosigner;
import dev.feierabend.core.proving.notes.KeyName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A witness's folder: its key, its verifier key, and what it saw. One process at a time has it.
final class WitnessFolder implements AutoCloseable {
  static final String KEY = "witness.pem";
  static final String VERIFIER = "witness.vkey";

  private final Path folder;
  private final FileChannel lock;

  private WitnessFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// @throws Outage where it can't be written, or another process has it
  static WitnessFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw inUse(folder);
      }
      return new WitnessFolder(folder, channel);
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    } catch (IOException e) {
      throw new Outage("%s cannot be written; look at its rights".formatted(folder), e);
    }
  }

  private static Outage inUse(Path folder) {
    return new Outage(
        "Another witness runs in %s; each needs a folder of its own".formatted(folder));
  }

  Path path() {
    return folder;
  }

  /// The key in `file`, or this folder's, which is drawn the first time; left beside as a verifier
  /// key.
  ///
  /// @param name the witness's, or one that follows from the key
  Cosigner cosigner(Optional<Path> file, Optional<KeyName> name) {
    try {
      Path pem = file.orElse(folder.resolve(KEY));
      if (file.isEmpty() && !Files.exists(pem)) {
        draw(pem);
      }
      var signer = CheckpointSigner.ofPem(Files.readString(pem));
      var unnamed = signer.cosigner(new KeyName("feierabend.dev/witness")).verifier();
      var cosigner = signer.cosigner(name.orElse(new KeyName(unnamed.name() + "/" + unnamed.id())));
      Files.writeString(folder.resolve(VERIFIER), cosigner.verifier() + "\n");
      return cosigner;
    } catch (IOException | IllegalArgumentException e) {
      throw new Outage(
          "Expected an Ed25519 key in PEM (`openssl genpkey -algorithm ed25519` makes one) but %s can't be read as one"
              .formatted(file.orElse(folder.resolve(KEY))),
          e);
    }
  }

  private static void draw(Path pem) throws IOException {
    Files.createFile(
        pem, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(pem, CheckpointSigner.drawnPem());
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new Outage("%s cannot be closed".formatted(folder), e);
    }
  }
}
