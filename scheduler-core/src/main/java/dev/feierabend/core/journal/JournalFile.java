package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A journal's directory, opened to be examined.
public final class JournalFile implements History {
  private final EmbeddedStore store;

  private JournalFile(EmbeddedStore store) {
    this.store = store;
  }

  /// @throws CorruptJournal where the damage is such that no commit can be reached
  /// @throws Outage where somebody else has it open
  public static JournalFile open(Path directory) {
    try {
      return new JournalFile(EmbeddedStore.readOnly(directory));
    } catch (Outage e) {
      throw e;
    } catch (RuntimeException | AssertionError | VirtualMachineError e) {
      throw new CorruptJournal("The store in %s cannot be opened".formatted(directory), e);
    }
  }

  /// True where there is something to open.
  public static boolean in(Path directory) {
    return Files.isReadable(directory.resolve(EmbeddedStore.FILE));
  }

  /// The last head that was acknowledged, as it stands beside the store.
  public static Head head(Path directory) {
    return HeadFile.in(directory);
  }

  @Override
  public Optional<Commit> commit(long number) {
    try {
      return store.commit(number);
    } catch (CorruptJournal e) {
      throw e;
    } catch (RuntimeException | AssertionError | VirtualMachineError e) {
      throw new CorruptJournal("Commit %d cannot be read".formatted(number), e);
    }
  }

  @Override
  public Stream<Commit> commits() {
    return Stream.iterate(
            commit(1), Optional::isPresent, last -> last.flatMap(one -> commit(one.number() + 1)))
        .flatMap(Optional::stream);
  }

  @Override
  public void close() {
    store.abandon();
  }
}
