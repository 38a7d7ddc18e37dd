package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Method;
import dev.feierabend.policies.fleet.Fleet;
import java.util.Optional;

/// What comes of it when closed accounts are made once more.
public sealed interface Recheck {
  /// All figures come out as they were closed.
  record Same() implements Recheck {}

  /// One doesn't, though made of the same by the same method: somebody touched the history, or the
  /// method changed without its edition.
  record Differs(Difference difference) implements Recheck {}

  /// They were made of another history than this one.
  record OtherHistory(Head closed) implements Recheck {}

  /// They can't be made once more: something is not at hand.
  record Impossible(Lack lack) implements Recheck {}

  /// What is not at hand.
  enum Lack {
    /// The fleet's document is another one by now.
    FLEET,
    /// They were made by a method of another edition.
    METHOD,
    /// Some events have moved to an archive.
    EVENTS
  }

  /// Why it can't be tried, or what is wrong before it is.
  ///
  /// @param there the commit up to which the accounts were made, as this history has it
  static Optional<Recheck> before(PeriodClosed closed, Fleet fleet, Optional<Head> there) {
    Inputs inputs = closed.inputs();
    if (there.filter(inputs.history()::equals).isEmpty()) {
      return Optional.of(new OtherHistory(inputs.history()));
    }
    if (!closed.figures().method().equals(Method.TODAY)) {
      return Optional.of(new Impossible(Lack.METHOD));
    }
    return inputs.fleet().equals(fleet.document().digest())
        ? Optional.empty()
        : Optional.of(new Impossible(Lack.FLEET));
  }

  static Recheck of(PeriodClosed closed, Figures now) {
    return Difference.between(closed.figures(), now)
        .<Recheck>map(Differs::new)
        .orElseGet(Same::new);
  }
}
