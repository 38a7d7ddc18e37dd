package dev.feierabend.app.wiring;

import dev.feierabend.app.token.TokenOut;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.notes.KeyName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signs the history every hour in which something happened, and leaves beside the journal what
/// whoever verifies it needs: the public key, and the history as a tiled log.
final class Seals implements Hourly.Task {
  /// Where the tiled log lies beside the journal.
  static final String TILES = "tlog";

  private static final Logger LOG = LoggerFactory.getLogger(Seals.class);

  private final Checkpoints checkpoints;
  private final CommitLog log;
  private final CheckpointSigner signer;
  private final Optional<CheckpointSigner> previous;
  private final Path folder;
  private final TileFolder tiles;
  private boolean begun;
  private volatile Optional<Instant> unsignedSince = Optional.empty();

  private Seals(Settings settings, Path folder, Journal journal) {
    this.signer = settings.key().open();
    this.previous = settings.previous().map(SigningKey::open);
    this.log = journal.log();
    this.checkpoints = new Checkpoints(log, journal, signer, settings.origin());
    this.folder = folder;
    this.tiles = new TileFolder(folder.resolve(TILES));
  }

  /// What signs and as whom.
  ///
  /// @param previous the key that signed until now, where another takes over
  /// @param origin the log's name; empty for one that follows from the journal
  record Settings(SigningKey key, Optional<SigningKey> previous, Optional<KeyName> origin) {}

  /// A token that isn't there keeps nothing else from starting: capacity is woken all the same.
  static Seals with(Settings settings, Path folder, Journal journal, Instant now) {
    var seals = new Seals(settings, folder, journal);
    try {
      seals.begin(now);
    } catch (TokenOut out) {
      seals.unsignedSince = Optional.of(now);
      LOG.error("ALARM: nothing is signed yet, and it is tried every hour: {}", out.getMessage());
    }
    return seals;
  }

  private void begin(Instant now) {
    if (!begun) {
      previous.ifPresent(before -> accepted(checkpoints.rotate(before, now)));
      keepFirst(previous.orElse(signer).publicKey());
      begun = true;
    }
  }

  /// Since when nothing could be signed though it was due; empty while all is well.
  Optional<Instant> unsignedSince() {
    return unsignedSince;
  }

  /// The first key stays: from it, whoever verifies follows every hand-over.
  private void keepFirst(PublicKey key) {
    if (!Files.exists(folder.resolve(CheckpointKey.FILE))) {
      keep(CheckpointKey.FILE, CheckpointKey.pem(key));
    }
  }

  private void keep(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new Outage("Expected to write into the journal's folder %s".formatted(folder), e);
    }
  }

  private static void accepted(Decision decision) {
    switch (decision) {
      case Decision.Accepted _ -> {}
      case Decision.Rejected(var refusal) -> throw new Outage(refusal.sentence());
    }
  }

  @Override
  public void ended(Instant from, Instant to) {
    try {
      begin(to);
      accepted(checkpoints.sign(to));
      unsignedSince = Optional.empty();
    } catch (Outage out) {
      unsignedSince = unsignedSince.or(() -> Optional.of(to));
      LOG.error("ALARM: nothing has been signed since {}", unsignedSince.orElseThrow());
      throw out; // which says why
    }
    checkpoints.verifier().ifPresent(key -> keep(CheckpointKey.VERIFIER, key + "\n"));
    checkpoints.last().ifPresent(note -> tiles.publish(log, note));
  }
}
