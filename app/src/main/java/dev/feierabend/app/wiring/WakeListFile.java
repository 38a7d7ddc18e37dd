package dev.feierabend.app.wiring;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Slumber;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeListText;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the wake list on disk as what sleeps changes. It is there as a whole or as it was before,
/// and on the disk before anybody goes down for whom it is needed.
public final class WakeListFile {
  private static final Logger LOG = LoggerFactory.getLogger(WakeListFile.class);

  private final Path file;
  private final WakeListing listing;
  private final Supplier<Slumber.Sleepers> slumber;
  private final InstantSource clock;
  private @Nullable WakeList written;
  private boolean warned;

  WakeListFile(
      Path file, WakeListing listing, Supplier<Slumber.Sleepers> slumber, InstantSource clock) {
    this.file = file.toAbsolutePath();
    this.listing = listing;
    this.slumber = slumber;
    this.clock = clock;
  }

  /// Writes it where something else sleeps than it says; where that fails it is told, once.
  void refresh() {
    try {
      keep(Set.of());
    } catch (IOException e) {
      warn(e);
    }
  }

  /// What keeps a host from going down; empty once the list that names it is on the disk. Machines
  /// that exist in a rehearsal only need none.
  Optional<Answer> obstacle(MachineId host) {
    Optional<String> kind =
        listing.fleet().hosts().stream()
            .filter(it -> it.id().equals(host))
            .findFirst()
            .flatMap(Host::control)
            .map(Control::kind);
    return kind.filter(it -> !it.equals("sandbox") && !it.equals("node-annotation"))
        .flatMap(it -> WakeList.reaches(it) ? unwritten(host) : Optional.of(unreachable(it)));
  }

  private static Answer unreachable(String kind) {
    return new Answer.Refused(
        "Expected a host that feierabend wake can bring back, but it can't where the controller is of kind "
            + kind);
  }

  private Optional<Answer> unwritten(MachineId host) {
    try {
      keep(Set.of(host));
      return Optional.empty();
    } catch (IOException e) {
      warn(e);
      return Optional.of(
          new Answer.NotYet("the wake list %s can't be written: %s".formatted(file, e)));
    }
  }

  private synchronized void keep(Set<MachineId> also) throws IOException {
    WakeList list = listing.of(slumber.get(), also, clock.instant());
    WakeList last = written;
    if (last == null || !list.saysTheSameAs(last) || !stands(last)) {
      written = null;
      write(file, list);
      written = list;
    }
    warned = false;
  }

  /// Somebody may have moved it away.
  private boolean stands(WakeList last) throws IOException {
    try {
      return Files.readString(file).equals(WakeListText.of(last));
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// As a whole or not at all; for its owner alone, for it tells where controllers are.
  public static void write(Path file, WakeList list) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path next =
        Files.createTempFile(
            folder,
            ".wake-list",
            ".next",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(WakeListText.of(list));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private synchronized void warn(IOException e) {
    if (!warned) {
      LOG.error(
          "The wake list {} can't be written, so no host goes down meanwhile: {}",
          file,
          e.toString());
      warned = true;
    }
  }
}
