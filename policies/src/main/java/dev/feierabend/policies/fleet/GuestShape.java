package dev.feierabend.policies.fleet;

import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A virtual machine on a host.
final class GuestShape {
  private GuestShape() {}

  static MapShape<Guest> guest(FleetRegisters ids) {
    return new MapShape<>(
        "a guest with uuid, name, pool, cores and memoryGiB", fields -> read(fields, ids));
  }

  private static Optional<Guest> read(Fields fields, FleetRegisters ids) {
    Read<MachineId> id = fields.required("uuid", ids.machines().declaration());
    Read<String> name = fields.required("name", FleetWords.ID);
    Read<PoolId> pool = fields.required("pool", ids.pools().reference());
    Read<Double> cores = fields.required("cores", FleetWords.CORES);
    Read<Long> memory = fields.required("memoryGiB", FleetWords.MEMORY);
    Read<Boolean> movable = fields.optional("movable", Scalars.BOOLEAN, true);
    Read<SortedMap<String, String>> labels =
        fields.optional("labels", Words.LABELS, new TreeMap<>());
    Read<Optional<String>> node = fields.optional("node", ids.nodes().declaration());
    return fields.build(() ->
        new Guest(
            id.value(),
            name.value(),
            pool.value(),
            new Resources(cores.value(), memory.value()),
            movable.value(),
            labels.value(),
            node.value()));
  }
}
