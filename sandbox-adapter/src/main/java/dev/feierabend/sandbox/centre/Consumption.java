package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Watts over time, exact whenever one looks: load is constant in each slot of five minutes, and
/// nothing else changes in between. What everything on would have used: all guests up, their load
/// spread evenly over all hosts.
final class Consumption {
  private final Map<MachineId, Machine> machines;
  private final Map<WorkloadId, VirtualMachine> guests;
  private final LoadModel load;
  private final EnergyMeter meter;
  private final double capacity;
  private final Map<VirtualMachine, Double> cores = new HashMap<>();
  private Instant slot = Instant.MIN;

  Consumption(
      Map<MachineId, Machine> machines,
      Map<WorkloadId, VirtualMachine> guests,
      LoadModel load,
      EnergyMeter meter) {
    this.machines = machines;
    this.guests = guests;
    this.load = load;
    this.meter = meter;
    this.capacity = machines.values().stream().mapToDouble(m -> m.host.capacity().cores()).sum();
  }

  /// Nothing changes its phase between `from` and `to`.
  void between(Instant from, Instant to) {
    for (Instant at = from; at.isBefore(to); ) {
      Instant start = LoadModel.slot(at);
      Instant next = start.plus(LoadModel.SLOT);
      Instant end = next.isBefore(to) ? next : to;
      look(start);
      add(Duration.between(at, end).toNanos() / 1e9);
      at = end;
    }
  }

  /// What every guest would use in a slot is asked once.
  private void look(Instant start) {
    if (!start.equals(slot)) {
      slot = start;
      guests.values().forEach(guest -> cores.put(guest, load.cores(guest.guest, start)));
    }
  }

  private void add(double seconds) {
    var busy = new HashMap<MachineId, Double>();
    double all = 0;
    for (VirtualMachine guest : guests.values()) {
      double used = cores.getOrDefault(guest, 0.0);
      all += used;
      if (guest.serves()) {
        busy.merge(guest.home(), used, Double::sum);
      }
    }
    double share = capacity == 0 ? 0 : all / capacity;
    for (Machine machine : machines.values()) {
      double watts = machine.watts(busy.getOrDefault(machine.host.id(), 0.0));
      boolean boots = machine.phase() == Machine.Phase.BOOTING;
      meter.add(
          seconds, watts, machine.host.electricity().curve().at(share).value(), boots ? watts : 0);
    }
  }
}
