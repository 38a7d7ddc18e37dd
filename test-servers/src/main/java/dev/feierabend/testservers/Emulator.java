package dev.feierabend.testservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/// A management server that exists only in a program of ours, over TLS with a certificate of its
/// own, which it writes down once it listens.
public abstract sealed class Emulator implements AutoCloseable
    permits ProxmoxEmulator, VsphereSimulator {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Place place;
  private final Program program;

  /// Where one runs: a folder of its own, and a port that nobody else has.
  record Place(Path folder, int port) {
    static Place of(String name) {
      return new Place(Folders.temporary(name), Ports.free(1).getFirst());
    }

    Path certificate() {
      return folder.resolve("certificate.pem");
    }

    /// A file for it to begin with.
    Path write(String name, String text) {
      try {
        return Files.writeString(folder.resolve(name), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Starts it, and waits until it listens.
  Emulator(String name, Place place, List<String> command) {
    this.place = place;
    this.program = Program.start(name, place.folder(), command);
    try {
      await()
          .atMost(PATIENCE)
          .failFast(program::expectRunning)
          .until(() -> Files.exists(place.certificate()));
    } catch (RuntimeException e) {
      end();
      throw e;
    }
  }

  public final URI uri() {
    return URI.create("https://127.0.0.1:" + place.port());
  }

  /// Its certificate, in PEM.
  public final Path certificate() {
    return place.certificate();
  }

  /// Trust in it and in nobody else.
  public final SSLContext trust() {
    try {
      return Trust.in(certificate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    program.close();
    Folders.delete(place.folder());
  }

  @Override
  public final void close() {
    end();
  }
}
