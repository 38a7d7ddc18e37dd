package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.kernel.Owner;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A period's accounts: the machines' electricity, whose sleep saved what of it, and what the
/// agreements had led to expect.
///
/// @param savedKwh of what was saved, by hours asleep times cores used while awake; they add up.
///   Where nothing slept all of it is the operator's
/// @param agreements every document that was in force
public record Accounts(
    EnergyAccount energy, SortedMap<Owner, Estimate> savedKwh, List<Kept> agreements) {
  public Accounts {
    var sorted = new TreeMap<Owner, Estimate>(EnergyLedger.BY_NAME);
    sorted.putAll(savedKwh);
    savedKwh = Collections.unmodifiableSortedMap(sorted);
    agreements = List.copyOf(agreements);
  }
}
