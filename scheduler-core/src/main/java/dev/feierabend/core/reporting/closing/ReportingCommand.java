package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import java.time.YearMonth;

/// What is recorded of accounts.
public sealed interface ReportingCommand extends Command {
  static String target(YearMonth month, Owner owner) {
    return "period/%s/%s".formatted(month, owner);
  }

  /// Records `closed`; nothing is recorded where the month is closed with these figures already,
  /// and it is refused where with others.
  record ClosePeriod(PeriodClosed closed) implements ReportingCommand {
    @Override
    public String target() {
      return closed.aggregate();
    }
  }
}
