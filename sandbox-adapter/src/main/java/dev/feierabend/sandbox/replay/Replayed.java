package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/// What came of a replay.
///
/// @param withoutLoad guests of which nothing is recorded
/// @param plans how often was planned
public record Replayed(
    Instant from,
    Instant to,
    int hosts,
    int guests,
    int withoutLoad,
    int plans,
    Energy energy,
    Missed missed,
    List<Night> nights,
    List<Moment> timeline,
    Laws laws) {
  public Replayed {
    nights = List.copyOf(nights);
    timeline = List.copyOf(timeline);
  }

  /// Electricity as it was and as it would have been had nothing slept. What isn't served burns
  /// nothing.
  public record Energy(double kwh, double awakeKwh, long boots) {
    public double savedKwh() {
      return awakeKwh - kwh;
    }
  }

  /// Demand that was recorded of what slept or wasn't back yet.
  ///
  /// @param coreHours all of it, idling included
  /// @param busyMinutes for how long guests would have been busy, each counted
  /// @param lateMinutes for how long guests weren't back at their agreed time, each counted
  public record Missed(double coreHours, long busyMinutes, long lateMinutes) {}

  /// Why a plan was made.
  public enum Cause {
    BEGINNING,
    TRANSITION,
    SURGE,
    QUIET
  }

  /// A plan that changed something.
  ///
  /// @param asleep guests that sleep from then on
  /// @param off hosts that are off
  /// @param kept guests that stay up though they may sleep
  public record Moment(Instant at, Cause cause, int asleep, int off, int kept) {}

  /// From noon to noon.
  ///
  /// @param vetoes whose load kept them up, longest first
  /// @param surges how often load that rose woke what slept
  public record Night(LocalDate date, List<Veto> vetoes, int surges, long busyMinutes) {
    public Night {
      vetoes = List.copyOf(vetoes);
    }

    /// Whether load contradicted the schedule, and not only gaps in what is known of it.
    public boolean busy() {
      return surges > 0 || vetoes.stream().anyMatch(Veto::busy);
    }
  }

  /// @param reason the first of the night
  public record Veto(String guest, WorkloadId workload, Reason reason, long minutes) {
    /// False where it isn't known whether it was.
    public boolean busy() {
      return !(reason instanceof Reason.Doubt);
    }
  }

  /// The laws that a replay can check.
  ///
  /// @param checked how often, by law
  /// @param violations the first of them, each as a sentence
  /// @param violated how many there were
  public record Laws(SortedMap<Law, Long> checked, List<String> violations, long violated) {
    public Laws {
      violations = List.copyOf(violations);
    }

    public boolean kept() {
      return violated == 0;
    }
  }

  /// In the order of the architecture.
  public enum Law {
    APPROVAL_PRECEDES_EFFECT,
    ON_IS_SAFE,
    WAKES_ARE_NEVER_DROPPED,
    NEVER_BELOW_THE_FLOOR,
    READY_BY,
    SAME_INPUTS_SAME_PLAN
  }
}
