package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongFunction;

/// A package's commits, read forwards; who asks for an earlier one reads its file again.
final class PackageCommits implements LongFunction<Optional<Commit>>, AutoCloseable {
  private final PackageFile file;
  private final Manifest manifest;
  private Optional<Lines> open = Optional.empty();
  private String member = "";
  private long read;

  PackageCommits(PackageFile file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  /// The commit of this number; empty where the package doesn't have it.
  @Override
  public Optional<Commit> apply(long number) {
    String wanted = Members.events(number);
    if (!file.holds(wanted)) {
      return Optional.empty();
    }
    if (!wanted.equals(member) || number <= read) {
      start(wanted);
    }
    while (read < number) {
      var commit = next();
      if (commit.isEmpty()) {
        return Optional.empty();
      }
      read = commit.get().number();
      if (read == number) {
        return commit;
      }
    }
    return Optional.empty();
  }

  private void start(String wanted) {
    close();
    member = wanted;
    read = 0;
    open = Optional.of(new Lines(file, wanted));
  }

  /// The next of the open file.
  private Optional<Commit> next() {
    return open.flatMap(lines ->
        lines
            .next()
            .map(sealed ->
                Commit.told(
                    sealed,
                    lines
                        .next()
                        .orElseThrow(() ->
                            new CorruptJournal(
                                "A header in %s has no events".formatted(member))))));
  }

  /// All of them in the order of their files, whatever their numbers say.
  Iterator<Commit> all() {
    var members =
        manifest.files().keySet().stream().filter(name -> name.startsWith("events/")).iterator();
    return new Iterator<>() {
      private Optional<Commit> ahead = advance();

      private Optional<Commit> advance() {
        Optional<Commit> commit = PackageCommits.this.next();
        while (commit.isEmpty() && members.hasNext()) {
          start(members.next());
          commit = PackageCommits.this.next();
        }
        return commit;
      }

      @Override
      public boolean hasNext() {
        return ahead.isPresent();
      }

      @Override
      public Commit next() {
        Commit commit = ahead.orElseThrow(NoSuchElementException::new);
        ahead = advance();
        return commit;
      }
    };
  }

  @Override
  public void close() {
    open.ifPresent(Lines::close);
    open = Optional.empty();
  }
}
