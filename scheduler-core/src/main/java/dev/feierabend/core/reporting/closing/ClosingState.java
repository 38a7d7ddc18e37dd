package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.Figures;

/// How one owner's accounts of a month stand.
sealed interface ClosingState {
  record Open() implements ClosingState {}

  record Closed(Figures figures) implements ClosingState {}

  default Decision decide(ReportingCommand command) {
    return switch (command) {
      case ClosePeriod(var closing) -> close(closing);
    };
  }

  private Decision close(PeriodClosed closing) {
    return switch (this) {
      case Open _ -> Decision.of(closing);
      case Closed(var figures) when figures.equals(closing.figures()) -> Decision.nothing();
      case Closed _ ->
          Decision.reject(
              "closed-already",
              "Expected a month that is open but the accounts of %s are closed with other figures"
                  .formatted(closing.month()));
    };
  }

  default ClosingState evolve(ReportingEvent event) {
    return switch (event) {
      case PeriodClosed closed -> new Closed(closed.figures());
    };
  }
}
