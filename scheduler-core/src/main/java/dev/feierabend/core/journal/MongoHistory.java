package dev.feierabend.core.journal;

import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.kernel.Outage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A journal in MongoDB, read a page at a time; for one reader, who mostly goes forward.
public final class MongoHistory implements History {
  private static final int PAGE = 500;

  private final CommitDocuments documents;
  private List<Commit> page = List.of();

  private MongoHistory(CommitDocuments documents) {
    this.documents = documents;
  }

  /// The journal in `database`, whose client stays the caller's.
  ///
  /// @throws Outage where there is none
  public static MongoHistory in(MongoDatabase database) {
    MongoSchema.in(database).expect();
    return new MongoHistory(CommitDocuments.of(database));
  }

  /// The last commit as it stands there.
  ///
  /// @throws CorruptJournal where it cannot be read
  public Head end() {
    return read(() -> documents.end().head());
  }

  @Override
  public Optional<Commit> commit(long number) {
    return on(page, number).or(() -> on(pageWith(number), number));
  }

  private static Optional<Commit> on(List<Commit> page, long number) {
    long index = page.isEmpty() ? -1 : number - page.getFirst().number();
    return index < 0 || index >= page.size()
        ? Optional.empty()
        : Optional.of(page.get((int) index)).filter(commit -> commit.number() == number);
  }

  private List<Commit> pageWith(long number) {
    long next = page.isEmpty() ? 1 : page.getLast().number() + 1;
    if (number != next) {
      return page(number, 1);
    }
    var read = pageFrom(number);
    page = read.isEmpty() ? page : read;
    return read;
  }

  /// One that cannot be read must not hide those before it.
  private List<Commit> pageFrom(long number) {
    try {
      return page(number, PAGE);
    } catch (CorruptJournal e) {
      return page(number, 1);
    }
  }

  private List<Commit> page(long number, int size) {
    return read(() -> documents.page(number, size));
  }

  @Override
  public Stream<Commit> commits() {
    return Stream.iterate(
            commit(1), Optional::isPresent, last -> last.flatMap(one -> commit(one.number() + 1)))
        .flatMap(Optional::stream);
  }

  private static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Outage e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CorruptJournal("A document is not a commit", e);
    }
  }

  /// The client is the caller's to close.
  @Override
  public void close() {}
}
