package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A machine with its guests. Parts that belong together are read together.
record HostShape(
    Fields fields, FleetRegisters ids, Read<MachineId> id, Read<Double> cores, Read<Long> memory) {

  static MapShape<Host> host(FleetRegisters ids) {
    return new MapShape<>(
        "a host with uuid, name, pool, cores, memoryGiB, watts, standbyWatts, boot and bootWatts",
        fields ->
            new HostShape(
                    fields,
                    ids,
                    fields.required("uuid", ids.machines().declaration()),
                    fields.required("cores", FleetWords.CORES),
                    fields.required("memoryGiB", FleetWords.MEMORY))
                .read());
  }

  private Optional<Host> read() {
    Read<String> name = fields.required("name", ids.hostNames().declaration());
    Read<PoolId> pool = fields.required("pool", ids.pools().reference());
    ElectricityReading electricity = ElectricityReading.of(fields);
    ControlReading control = ControlReading.of(fields, ids);
    pool.ifSound(it ->
        id.ifSound(machine ->
            control.checkHypervisor(
                fields, ids, new ControlReading.Where(machine, ids.place(it)))));
    Read<Optional<String>> rack = fields.optional("rack", ids.racks().reference());
    Read<Boolean> untouchable = fields.optional("untouchable", Scalars.BOOLEAN, false);
    Read<Optional<String>> node = fields.optional("node", ids.nodes().declaration());
    Read<List<Read<Guest>>> guests =
        fields.optional("guests", new ListShape<>(GuestShape.guest(ids)), List.of());
    pool.ifSound(it -> guests.ifSound(all -> checkGuests(ids.place(it), all)));
    return fields.build(() ->
        new Host(
            id.value(),
            name.value(),
            pool.value(),
            new Resources(cores.value(), memory.value()),
            electricity.value(),
            control.value(id.value()),
            rack.value(),
            untouchable.value(),
            node.value(),
            ListShape.values(guests)));
  }

  /// What runs in a hypervisor is of pools that are there.
  private void checkGuests(Optional<String> place, List<Read<Guest>> guests) {
    place
        .filter(it -> Controller.isHypervisor(ids.kinds().getOrDefault(it, "")))
        .ifPresent(it ->
            guests.forEach(read ->
                read.ifSound(guest -> {
                  if (!ids.place(guest.pool()).equals(place)) {
                    fields.complain(
                        read.at(),
                        "a guest of a pool that is in hypervisor \"%s\", as its host is"
                            .formatted(it),
                        "pool \"%s\"".formatted(guest.pool()));
                  }
                })));
  }

  private record ElectricityReading(
      Read<PowerCurve> curve, Read<Double> standby, Read<Duration> boot, Read<Double> bootWatts) {
    static ElectricityReading of(Fields fields) {
      return new ElectricityReading(
          fields.required("watts", CurveShape.WATTS),
          fields.required("standbyWatts", FleetWords.WATTS),
          fields.required("boot", FleetWords.BOOT),
          fields.required("bootWatts", FleetWords.WATTS));
    }

    Electricity value() {
      return new Electricity(curve.value(), standby.value(), boot.value(), bootWatts.value());
    }
  }
}
