package dev.feierabend.app.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.naming.KnownName;
import dev.feierabend.core.naming.NameDirectory;
import dev.feierabend.policies.terms.ActorId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;

/// `actors.yaml` beside a journal. Each change writes the whole file anew and puts it in the old
/// one's place, so what is erased is in no file afterwards. A file that was copied elsewhere, a
/// backup above all, is whoever's copied it.
public final class ActorsFile implements NameDirectory {
  public static final String NAME = "actors.yaml";
  private final Path file;

  public ActorsFile(Path file) {
    this.file = file;
  }

  public static ActorsFile beside(Path journal) {
    return new ActorsFile(journal.resolve(NAME));
  }

  /// Nobody where there is no file yet.
  ///
  /// @throws IllegalArgumentException where the file isn't what [ActorsText] reads
  @Override
  public synchronized SortedMap<ActorId, KnownName> all() {
    return text().salted();
  }

  @Override
  public synchronized SortedMap<ActorId, String> unbound() {
    return text().plain();
  }

  private ActorsText text() {
    try {
      return Files.exists(file)
          ? ActorsText.parse(file.toString(), Files.readString(file))
          : ActorsText.EMPTY;
    } catch (IOException e) {
      throw new Outage("%s cannot be read; look at its rights".formatted(file), e);
    }
  }

  @Override
  public synchronized void keep(ActorId actor, KnownName name) {
    write(text().with(actor, name));
  }

  @Override
  public synchronized void erase(ActorId actor) {
    write(text().without(actor));
  }

  private void write(ActorsText text) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, text.written(), UTF_8);
      try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Outage("%s cannot be written; look at the disk and its rights".formatted(file), e);
    }
  }
}
