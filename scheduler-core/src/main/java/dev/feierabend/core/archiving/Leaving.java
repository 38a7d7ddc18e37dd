package dev.feierabend.core.archiving;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which of a period's commits can do without their events: those on which nothing that counts at
/// its end depends any more. They are the mass of a history: utilisation, actions that later ones
/// of the same host or workload replaced, plans. Everything else stays, agreements and checkpoints
/// above all. So whatever comes after the period is told and explained without what left.
public final class Leaving implements Predicate<Commit> {
  private final JournalReader reader = new JournalReader(Slices.events());
  private final Loads loads = new Loads();
  private final PlanUse plans = new PlanUse();
  private final Cycles cycles = new Cycles(plans::actedOn);
  private final long first;
  private final long last;

  private Leaving(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /// @param history from its first commit on
  /// @param first the period's first commit
  /// @param last its last
  public static Leaving of(Stream<Commit> history, long first, long last) {
    var leaving = new Leaving(first, last);
    history
        .takeWhile(commit -> commit.number() <= last)
        .flatMap(leaving.reader::recorded)
        .forEachOrdered(leaving::take);
    return leaving;
  }

  private void take(Recorded recorded) {
    switch (recorded.event()) {
      case UtilisationRecorded load -> loads.take(recorded.commit(), load);
      case PlanDecided plan -> plans.take(recorded.commit(), plan);
      case OfAction action -> cycles.take(recorded.commit(), action);
      case ForeignChangeObserved change -> cycles.changed(change.subject());
      case SleepUndone undone -> cycles.changed(undone.subject());
      default -> {} // stays, whatever it is: an event that nobody thought of here is not lost
    }
  }

  @Override
  public boolean test(Commit commit) {
    long number = commit.number();
    return first <= number
        && number <= last
        && !commit.isArchived()
        && reader.recorded(commit).allMatch(this::leaves);
  }

  private boolean leaves(Recorded recorded) {
    return switch (recorded.event()) {
      case UtilisationRecorded load -> loads.leaves(recorded.commit(), load);
      case PlanDecided _ -> plans.leaves(recorded.commit());
      case OfAction _ -> cycles.leaves(recorded.commit());
      default -> false;
    };
  }
}
