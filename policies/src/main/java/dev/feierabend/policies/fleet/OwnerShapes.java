package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tenants and their pools.
final class OwnerShapes {
  private OwnerShapes() {}

  static MapShape<Tenant> tenant(FleetRegisters ids) {
    return new MapShape<>(
        "a tenant, for example {id: ahausen, name: Gemeinde Ahausen}",
        fields -> {
          Read<TenantId> id = fields.required("id", ids.tenants().declaration());
          Read<String> name = fields.required("name", FleetWords.TITLE);
          return fields.build(() -> new Tenant(id.value(), name.value()));
        });
  }

  /// Where the pool is: a cluster or a hypervisor, which have one name each.
  private static Read<Optional<String>> place(Fields fields, FleetRegisters ids) {
    Read<Optional<String>> cluster = fields.optional("cluster", ids.clusters().reference());
    if (!fields.has("hypervisor")) {
      return cluster;
    }
    if (fields.has("cluster")) {
      fields.complain(fields.at(), "\"cluster\" or \"hypervisor\"", "both");
    }
    Read<Optional<String>> hypervisor =
        fields.optional("hypervisor", ids.controllers().reference());
    hypervisor.ifSound(it ->
        it.ifPresent(name -> {
          if (!Controller.isHypervisor(ids.kinds().getOrDefault(name, ""))) {
            fields.complain(
                hypervisor.at(),
                "a controller of kind vsphere, proxmox or libvirt",
                "\"" + name + "\"");
          }
          if (ids.clusters().knows(name)) {
            fields.complain(
                hypervisor.at(), "a hypervisor of a name that no cluster has", "\"" + name + "\"");
          }
        }));
    return hypervisor;
  }

  static MapShape<Pool> pool(FleetRegisters ids) {
    return new MapShape<>(
        "a pool, for example {id: ahausen-office, tenant: ahausen}",
        fields -> {
          Read<PoolId> id = fields.required("id", ids.pools().declaration());
          Read<Optional<TenantId>> tenant = fields.optional("tenant", ids.tenants().reference());
          Read<List<Read<String>>> namespaces =
              fields.optional("namespaces", new ListShape<>(FleetWords.ID), List.of());
          Read<Optional<String>> place = place(fields, ids);
          id.ifSound(
              pool -> place.ifSound(it -> it.ifPresent(there -> ids.places().put(pool, there))));
          Read<Optional<Integer>> pace = fields.optional("hostsPerHour", FleetWords.HOSTS_PER_HOUR);
          return fields.build(() ->
              new Pool(
                  id.value(),
                  tenant.value(),
                  Set.copyOf(ListShape.values(namespaces)),
                  place.value(),
                  pace.value()));
        });
  }
}
