package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Why a task can't be planned at all. Everything stays as it is then.
public sealed interface Fault {
  record TwiceAHost(MachineId host) implements Fault {}

  record TwiceAGuest(GuestId guest) implements Fault {}

  /// Two rules of one name couldn't be told apart.
  record TwiceARule(String rule) implements Fault {}

  /// Expected a finite number of at least 0.
  record NoSize(String subject, String resource, double found) implements Fault {}

  record UnknownHome(GuestId guest, MachineId host) implements Fault {}

  record UnknownMember(String rule, GuestId guest) implements Fault {}

  /// A host that is off has guests: one of both was seen wrong.
  record RunsOnOff(GuestId guest, MachineId host) implements Fault {}

  record PinnedNowhere(GuestId guest) implements Fault {}

  /// The fewest rules and guests that can't all have what they want: no plan obeys these, whatever
  /// the others do.
  record Contradiction(List<String> rules, SortedSet<GuestId> guests) implements Fault {
    public Contradiction {
      rules = List.copyOf(rules);
      guests = Collections.unmodifiableSortedSet(new TreeSet<>(guests));
    }
  }
}
