package dev.feierabend.core.planning.consolidation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which guests want each other near or far.
public sealed interface Rule {
  String name();

  SortedSet<GuestId> guests();

  /// All on one host.
  record Together(String name, SortedSet<GuestId> guests) implements Rule {
    public Together {
      guests = Collections.unmodifiableSortedSet(new TreeSet<>(guests));
    }
  }

  /// No two on one host, or in one zone.
  record Apart(String name, SortedSet<GuestId> guests, Within within) implements Rule {
    public Apart {
      guests = Collections.unmodifiableSortedSet(new TreeSet<>(guests));
    }
  }

  /// What two may not share.
  enum Within {
    HOST,
    ZONE
  }
}
