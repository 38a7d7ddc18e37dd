package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.kernel.Outage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Where the commits come from that are examined.
sealed interface CommitSource {
  /// How to get the next `count` commits; each may be asked by another thread.
  List<Supplier<Optional<Commit>>> next(int count);

  /// The commits in front of `number`. To be closed.
  Stream<Commit> before(long number);

  /// A journal's file as it lies there.
  final class Lying implements CommitSource {
    private final JournalFile file;
    private long last;

    Lying(JournalFile file) {
      this.file = file;
    }

    @Override
    public List<Supplier<Optional<Commit>>> next(int count) {
      long first = last + 1;
      last += count;
      return LongStream.rangeClosed(first, last)
          .<Supplier<Optional<Commit>>>mapToObj(number -> () -> file.commit(number))
          .toList();
    }

    @Override
    public Stream<Commit> before(long number) {
      return LongStream.range(1, number).mapToObj(file::commit).flatMap(Optional::stream);
    }
  }

  /// A history that somebody tells, read in order by the thread that asks.
  final class Told implements CommitSource {
    private final LongFunction<Optional<Commit>> commits;
    private final LongFunction<Optional<Commit>> earlier;
    private long last;

    Told(LongFunction<Optional<Commit>> commits, LongFunction<Optional<Commit>> earlier) {
      this.commits = commits;
      this.earlier = earlier;
    }

    @Override
    public List<Supplier<Optional<Commit>>> next(int count) {
      var read = new ArrayList<Supplier<Optional<Commit>>>();
      try {
        while (read.size() < count) {
          var commit = commits.apply(last + 1);
          last++;
          read.add(() -> commit);
          if (commit.isEmpty()) {
            return read;
          }
        }
      } catch (Outage e) {
        read.add(() -> {
          throw e;
        });
      }
      return read;
    }

    @Override
    public Stream<Commit> before(long number) {
      return LongStream.range(1, number).mapToObj(earlier).flatMap(Optional::stream);
    }
  }

  /// A log that is open: read by the thread that asks, as it may be one that only streams.
  record Open(CommitLog log, Iterator<Commit> commits) implements CommitSource {
    @Override
    public List<Supplier<Optional<Commit>>> next(int count) {
      var read = new ArrayList<Supplier<Optional<Commit>>>();
      try {
        while (read.size() < count && commits.hasNext()) {
          var commit = Optional.of(commits.next());
          read.add(() -> commit);
        }
      } catch (Outage e) {
        read.add(() -> {
          throw e;
        });
      }
      if (read.size() < count) {
        read.add(Optional::empty);
      }
      return read;
    }

    @Override
    public Stream<Commit> before(long number) {
      return log.from(1).takeWhile(commit -> commit.number() < number);
    }
  }
}
