package dev.feierabend.app.cli;

import dev.feierabend.core.reporting.closing.Inputs;
import dev.feierabend.core.reporting.closing.Recheck;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.EnergyAccount;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Kept;
import dev.feierabend.core.reporting.energy.Servers;
import dev.feierabend.core.reporting.energy.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A month's account with what an operator adds to it.
///
/// @param month `2026-05`
/// @param account of the part of it that is recorded; without hosts where it is closed and can't be
///   made once more
/// @param shares whose it is, and whose sleep saved it
/// @param agreements what each document in force was expected to save, and did
/// @param forecast what was expected to be saved, where anything was
/// @param savedEuro where a price was named, or it was closed with one
/// @param pue where one was named
/// @param closed where the month is
record Report(
    String month,
    EnergyAccount account,
    Servers servers,
    List<Share> shares,
    List<Kept> agreements,
    Optional<Figures.Expected> forecast,
    EmissionFactor co2,
    Estimate savedKilogramsCo2,
    Optional<Double> euroAKwh,
    Optional<Estimate> savedEuro,
    Optional<Pue> pue,
    Optional<Closed> closed) {
  /// As it was measured, and as it would have been without any sleep.
  record Pue(double measured, double withoutSleep) {}

  /// Since when these figures stand, of what they were made, and what came of making them anew.
  record Closed(Instant at, Inputs inputs, Recheck recheck) {}

  /// @param read with the price that counts
  static Report of(MonthRead read, Optional<Double> pue) {
    Figures figures = read.figures();
    EnergyAccount account = read.account();
    return new Report(
        read.month().toString(),
        account,
        figures.servers().orElseThrow(),
        figures.shares(),
        figures.agreements(),
        Optional.of(figures.expected()).filter(told -> told.forecasts() > 0),
        figures.co2(),
        figures.savedKilogramsCo2(),
        figures.euroAKwh(),
        figures.euro(figures.savedKwh()),
        pue.map(it -> new Pue(it, account.pueWithoutSleep(it))),
        read.recheck().flatMap(recheck -> read.closed().map(closed -> closed(closed, recheck))));
  }

  private static Closed closed(PeriodClosed closed, Recheck recheck) {
    return new Closed(closed.at(), closed.inputs(), recheck);
  }
}
