package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.journal.EventPlace;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.kernel.Outage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What can be said of a commit by itself, in any order and by any thread.
sealed interface Examined {
  /// @param flaw what is wrong with its digests
  /// @param places of its events; none where those can't be read
  record Present(Commit commit, Optional<Flaw> flaw, Optional<List<EventPlace>> places)
      implements Examined {}

  /// The history ends before it.
  record Absent() implements Examined {}

  record Unreachable(Outage why) implements Examined {}

  static Examined of(Supplier<Optional<Commit>> reading) {
    try {
      return reading.get().<Examined>map(Examined::of).orElseGet(Absent::new);
    } catch (Outage e) {
      return new Unreachable(e);
    }
  }

  static Present of(Commit commit) {
    return new Present(commit, commit.keptFlaw(), placesIn(commit));
  }

  private static Optional<List<EventPlace>> placesIn(Commit commit) {
    try {
      return Optional.of(commit.places());
    } catch (CorruptJournal e) {
      return Optional.empty();
    }
  }
}
