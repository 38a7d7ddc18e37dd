package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// A period's electricity: what was taken, what would have been without any sleep, whose it is.
///
/// @param until exclusive
/// @param kwh of all hosts
/// @param savedKwh what always being on under the same load would have taken more
/// @param sharesKwh of `kwh`, by the processor time of each customer's workloads; they add up.
///   Where none is recorded all of it is the operator's
/// @param siec what idling took, as a share of what being on took, 0 to 1; 0 where nothing was on
/// @param hosts in the order of their ids
public record EnergyAccount(
    Instant from,
    Instant until,
    Method method,
    Estimate kwh,
    Estimate savedKwh,
    SortedMap<Owner, Double> sharesKwh,
    Utilisation utilisation,
    double siec,
    List<HostEnergy> hosts) {
  public EnergyAccount {
    hosts = List.copyOf(hosts);
  }

  /// What all hosts would have taken, always on under the same load. Its uncertainty is that of
  /// what was taken and of what was saved together.
  public Estimate withoutSleepKwh() {
    return kwh.plus(savedKwh);
  }

  /// One owner's share, which is as uncertain as the whole.
  public Estimate shareOf(Owner owner) {
    double share = sharesKwh.getOrDefault(owner, 0.0);
    return kwh.value() == 0 ? Estimate.ZERO : kwh.times(share / kwh.value());
  }

  /// What PUE would have been without any sleep, where it was `pue` and what isn't IT took the
  /// same: PUE is blind to what IT saves, and may rise by it (ISO/IEC 30134-2).
  public double pueWithoutSleep(double pue) {
    double rest = kwh.value() * (pue - 1);
    return (withoutSleepKwh().value() + rest) / withoutSleepKwh().value();
  }
}
