package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventsArchived;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;

/// One file of commits, two lines each: the header, of which the hash is taken, and the events, of
/// which the header's digest is taken.
final class Chunk implements Archive.Content {
  private final Iterator<Commit> following;
  private Optional<Commit> next;
  private long count;

  Chunk(Commit first, Iterator<Commit> following) {
    this.next = Optional.of(first);
    this.following = following;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    String name = next.map(Chunk::file).orElseThrow();
    while (next.filter(commit -> file(commit).equals(name)).isPresent()) {
      Commit commit = next.get();
      if (commit.isArchived()) {
        throw new EventsArchived(commit.number());
      }
      out.write((commit.sealed() + "\n" + commit.body() + "\n").getBytes(UTF_8));
      count++;
      next = following.hasNext() ? Optional.of(following.next()) : Optional.empty();
    }
  }

  private static String file(Commit commit) {
    return Members.events(commit.number());
  }

  long count() {
    return count;
  }

  /// The first of the next file.
  Optional<Commit> next() {
    return next;
  }
}
