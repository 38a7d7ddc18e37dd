package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks for everything in a task that can't be planned.
final class Inspection {
  private final List<Fault> faults = new ArrayList<>();
  private final Sorted sorted;

  private Inspection(Sorted sorted) {
    this.sorted = sorted;
  }

  static List<Fault> faults(Sorted sorted) {
    var inspection = new Inspection(sorted);
    inspection.hosts();
    inspection.guests();
    inspection.rules();
    if (inspection.faults.isEmpty()) {
      inspection.faults.addAll(Contradictions.of(sorted));
    }
    return inspection.faults;
  }

  private void hosts() {
    List<Host> hosts = sorted.hosts();
    for (int i = 0; i < hosts.size(); i++) {
      Host host = hosts.get(i);
      if (i > 0 && hosts.get(i - 1).id().equals(host.id())) {
        faults.add(new Fault.TwiceAHost(host.id()));
      }
      sizes(host.id(), host.capacity());
      size(host.id(), "standby watts", host.switching().standbyWatts());
      size(host.id(), "boot watts", host.switching().bootWatts());
      size(host.id(), "seconds of boot", host.switching().boot().toSeconds() * 1.0);
    }
  }

  private void guests() {
    List<Guest> guests = sorted.guests();
    var off = off();
    for (int i = 0; i < guests.size(); i++) {
      if (i > 0 && !sorted.distinct() && id(i - 1).equals(id(i))) {
        faults.add(new Fault.TwiceAGuest(id(i)));
      }
      if (!sorted.table.isSized(i)) {
        sizes(id(i), guests.get(i).peak());
      }
      home(i, sorted.table.home[i], off);
    }
  }

  private BitSet off() {
    var off = new BitSet();
    for (int host = 0; host < sorted.hosts().size(); host++) {
      off.set(host, sorted.hosts().get(host).state() instanceof Host.Off);
    }
    return off;
  }

  private GuestId id(int guest) {
    return sorted.guests().get(guest).id();
  }

  private void home(int guest, int home, BitSet off) {
    if (home == Sorted.NOWHERE) {
      if (sorted.table.pinned.get(guest)) {
        faults.add(new Fault.PinnedNowhere(id(guest)));
      }
    } else if (home == Sorted.UNKNOWN) {
      faults.add(new Fault.UnknownHome(id(guest), host(guest)));
    } else if (off.get(home)) {
      faults.add(new Fault.RunsOnOff(id(guest), host(guest)));
    }
  }

  private MachineId host(int guest) {
    return sorted.guests().get(guest).home().orElseThrow();
  }

  private void rules() {
    if (sorted.rules().isEmpty()) {
      return;
    }
    Set<GuestId> known = new HashSet<>();
    sorted.guests().forEach(guest -> known.add(guest.id()));
    for (int i = 0; i < sorted.rules().size(); i++) {
      Rule rule = sorted.rules().get(i);
      if (i > 0 && sorted.rules().get(i - 1).name().equals(rule.name())) {
        faults.add(new Fault.TwiceARule(rule.name()));
      }
      for (GuestId member : rule.guests()) {
        if (!known.contains(member)) {
          faults.add(new Fault.UnknownMember(rule.name(), member));
        }
      }
    }
  }

  private void sizes(Object subject, Sizes sizes) {
    size(subject, "cores", sizes.cores());
    size(subject, "memory", sizes.memoryMiB());
    if (!sizes.further().isEmpty()) {
      sizes.further().forEach((resource, value) -> size(subject, resource, value));
    }
  }

  private void size(Object subject, String resource, double value) {
    if (!GuestTable.isSize(value)) {
      faults.add(new Fault.NoSize(subject.toString(), resource, value));
    }
  }
}
