package dev.feierabend.app.cli;

import dev.feierabend.core.reporting.closing.Recheck;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.EnergyAccount;
import dev.feierabend.core.reporting.energy.Figures;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;

/// A month's accounts as a journal has them.
///
/// @param figures as they were closed, where they were
/// @param made from the journal just now, where they could be
/// @param recheck what came of making closed ones anew
record MonthRead(
    YearMonth month,
    Figures figures,
    Optional<EnergyAccount> made,
    Optional<PeriodClosed> closed,
    Optional<Recheck> recheck) {

  /// The same at another price, where one is named.
  MonthRead at(OptionalDouble price) {
    return price.isPresent()
        ? new MonthRead(month, figures.at(Optional.of(price.getAsDouble())), made, closed, recheck)
        : this;
  }

  /// With its hosts where it could be made.
  EnergyAccount account() {
    return made.filter(_ -> recheck.filter(it -> !(it instanceof Recheck.Same)).isEmpty())
        .orElseGet(figures::withoutHosts);
  }
}
