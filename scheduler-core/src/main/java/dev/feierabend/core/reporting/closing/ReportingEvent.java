package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.energy.Figures;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/// What was reckoned and stands.
public sealed interface ReportingEvent extends JournalEvent {
  YearMonth month();

  @Override
  default String aggregate() {
    return ReportingCommand.target(month(), owner());
  }

  /// A month's accounts are closed: these figures stand, whatever is recorded of it later. The
  /// operator's are the whole, a customer's are its part.
  ///
  /// @param zone in which the month began and ended
  /// @param inputs of which the figures were made
  record PeriodClosed(
      Owner owner, YearMonth month, ZoneId zone, Figures figures, Inputs inputs, Instant at)
      implements ReportingEvent {}
}
