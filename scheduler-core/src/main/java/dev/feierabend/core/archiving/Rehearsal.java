package dev.feierabend.core.archiving;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Actions;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Wakings;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.naming.Persons;
import dev.feierabend.core.proving.Vouched;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Tries out a history without the events that would leave it: a service that is told that must
/// know what one knows that is told everything. Then an event that was taken for done with by
/// mistake stops the archiving, and not the service.
///
/// @param head the history's
public record Rehearsal(History history, Head head, InstantSource clock) {
  /// The read models that would know something else, by name; none where it doesn't matter.
  public List<String> without(Predicate<Commit> leaving) {
    var whole = told(UnaryOperator.identity());
    var shortened = told(commit -> leaving.test(commit) ? commit.archived() : commit);
    return IntStream.range(0, whole.size())
        .filter(i -> !isSame(whole.get(i).remember(), shortened.get(i).remember()))
        .mapToObj(i -> whole.get(i).getClass().getSimpleName())
        .toList();
  }

  private List<ReadModel<?>> told(UnaryOperator<Commit> as) {
    var models = new ArrayList<>(Memory.empty().models());
    models.add(new Persons());
    models.add(new Vouched());
    Slices.journal(new HistoryLog(history, head, as), clock, ReadModels.of(models)).close();
    return models;
  }

  private static boolean isSame(Record whole, Record shortened) {
    return switch (whole) {
      case Actions.Tried all -> shortened instanceof Actions.Tried some && isSame(all, some);
      case Wakings.Known all -> shortened instanceof Wakings.Known some && isSame(all, some);
      default -> whole.equals(shortened);
    };
  }

  /// How long workloads took to wake is learned anew from what stays.
  private static boolean isSame(Wakings.Known all, Wakings.Known some) {
    return all.begun().equals(some.begun()) && all.open().equals(some.open());
  }

  /// How often something was tried for an occasion that is over matters no more.
  private static boolean isSame(Actions.Tried all, Actions.Tried some) {
    var expected =
        new Actions.Tried(
            all.pending(),
            some.tries(),
            all.lastIssued(),
            all.begun(),
            all.lastCordoned(),
            all.highestTerm());
    return some.equals(expected) && all.tries().entrySet().containsAll(some.tries().entrySet());
  }
}
