package dev.feierabend.app.cli;

import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.EnergyAccount;
import dev.feierabend.core.reporting.energy.Estimate;
import java.util.Optional;

/// A month's account with what an operator adds to it.
///
/// @param month `2026-05`
/// @param account of the part of it that is recorded
/// @param forecast what was expected to be saved, where anything was
/// @param savedEuro where a price was named
/// @param pue where one was named
record Report(
    String month,
    EnergyAccount account,
    Optional<Promise.Told> forecast,
    EmissionFactor co2,
    Estimate savedKilogramsCo2,
    Optional<Estimate> savedEuro,
    Optional<Pue> pue) {
  /// As it was measured, and as it would have been without any sleep.
  record Pue(double measured, double withoutSleep) {}
}
