package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What has to run until the window ends.
///
/// @param peak the most that it is forecast to need until then
/// @param home where it runs; empty if it has yet to be started
/// @param pinned it can't leave its home (local disk, an ISO image, a licence)
/// @param zones the only ones that it may run in; empty: any
public record Guest(
    GuestId id, Sizes peak, Optional<MachineId> home, boolean pinned, SortedSet<String> zones) {
  private static final SortedSet<String> ANY = Collections.emptySortedSet();

  public Guest {
    zones = zones.isEmpty() ? ANY : Collections.unmodifiableSortedSet(new TreeSet<>(zones));
  }

  /// One that may go anywhere.
  public Guest(GuestId id, Sizes peak, Optional<MachineId> home) {
    this(id, peak, home, false, ANY);
  }
}
