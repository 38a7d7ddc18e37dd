package dev.feierabend.app.witness;

import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A witness at work, until it is closed.
public final class Attending implements AutoCloseable {
  private final WitnessFolder folder;
  private final WitnessServer server;
  private final CosignerKey key;

  private Attending(WitnessFolder folder, WitnessServer server, CosignerKey key) {
    this.folder = folder;
    this.server = server;
    this.key = key;
  }

  /// @param folder where it keeps what it saw
  /// @param key its secret key's file; one in the folder if empty
  /// @param name what it is called; follows from its key if empty
  /// @param logs whose checkpoints it cosigns
  public record Settings(
      Path folder, Optional<Path> key, Optional<KeyName> name, List<VerifierKey> logs) {
    public Settings {
      logs = List.copyOf(logs);
    }
  }

  /// @throws dev.feierabend.core.kernel.Outage where it can't
  public static Attending start(Settings settings, InetSocketAddress address, InstantSource clock) {
    var folder = WitnessFolder.open(settings.folder());
    try {
      var cosigner = folder.cosigner(settings.key(), settings.name());
      var book = new WitnessBook(folder.path(), cosigner.verifier());
      var desk = new WitnessDesk(settings.logs(), cosigner, book, clock);
      return new Attending(folder, WitnessServer.start(address, desk), cosigner.verifier());
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public CosignerKey key() {
    return key;
  }

  public InetSocketAddress address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    folder.close();
  }
}
