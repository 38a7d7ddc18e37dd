package dev.feierabend.policies.fleet;

import dev.feierabend.policies.fleet.Rack.Supply;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Clusters, controllers, and racks with what they hang on.
final class ControlShapes {
  private static final Set<String> WITH_URL =
      Set.of(Controller.REDFISH, Controller.VSPHERE, Controller.PROXMOX, Controller.LIBVIRT);

  private static final Set<String> WITH_LOGIN =
      Set.of(Controller.IPMI, Controller.VSPHERE, Controller.PROXMOX);

  private ControlShapes() {}

  static MapShape<Cluster> cluster(FleetRegisters ids) {
    return new MapShape<>(
        "a cluster, for example {name: west, credentials: west.kubeconfig}",
        fields -> {
          Read<String> name = fields.required("name", ids.clusters().declaration());
          Read<String> credentials = fields.required("credentials", FleetWords.SECRET_NAME);
          return fields.build(() -> new Cluster(name.value(), credentials.value()));
        });
  }

  static MapShape<Controller> controller(FleetRegisters ids) {
    return new MapShape<>(
        "a controller, for example {name: bmc-a, kind: redfish, url: https://bmc-a.example}",
        fields -> controller(fields, ids));
  }

  private static Optional<Controller> controller(Fields fields, FleetRegisters ids) {
    Read<String> name = fields.required("name", ids.controllers().declaration());
    Read<String> kind = fields.required("kind", FleetWords.KIND);
    Scalar<URI> spelling = url(kind.found().orElse(""));
    Read<Optional<URI>> url = fields.optional("url", spelling);
    if (kind.found().filter(WITH_URL::contains).isPresent() && !fields.has("url")) {
      fields.complain(fields.at(), "\"url\": " + spelling.expected(), "no \"url\"");
    }
    if (kind.found().filter(WITH_LOGIN::contains).isPresent() && !fields.has("credentials")) {
      fields.complain(
          fields.at(),
          "\"credentials\": " + FleetWords.SECRET_NAME.expected(),
          "no \"credentials\"");
    }
    Read<Optional<String>> credentials = fields.optional("credentials", FleetWords.SECRET_NAME);
    Read<Optional<String>> broadcast = fields.optional("broadcast", FleetWords.BROADCAST);
    name.ifSound(named -> kind.ifSound(it -> ids.kinds().put(named, it)));
    return fields.build(() ->
        new Controller(
            name.value(), kind.value(), url.value(), credentials.value(), broadcast.value()));
  }

  private static Scalar<URI> url(String kind) {
    return switch (kind) {
      case Controller.PROXMOX -> FleetWords.NODES_URL;
      case Controller.LIBVIRT -> FleetWords.LIBVIRT_URL;
      default -> FleetWords.URL;
    };
  }

  static MapShape<Rack> rack(FleetRegisters ids) {
    return new MapShape<>(
        "a rack, for example {name: rack-1, feed: feed-a}",
        fields -> {
          Read<String> name = fields.required("name", ids.racks().declaration());
          Scalar<String> named = ids.feeds().isEmpty() ? FleetWords.ID : ids.feeds().reference();
          Read<String> feed = fields.required("feed", named);
          Read<Optional<String>> storage =
              fields.optional("bootStorage", ids.bootStorages().reference());
          Read<Optional<Integer>> limit = fields.optional("wakesAtOnce", FleetWords.HOSTS_AT_ONCE);
          return fields.build(() ->
              new Rack(
                  name.value(),
                  supply(feed.value(), ids.feedLimits()),
                  storage.value().map(it -> supply(it, ids.storageLimits())),
                  limit.value()));
        });
  }

  static MapShape<Supply> feed(FleetRegisters ids) {
    return supply("feed", ids.feeds(), ids.feedLimits());
  }

  static MapShape<Supply> bootStorage(FleetRegisters ids) {
    return supply("storage", ids.bootStorages(), ids.storageLimits());
  }

  private static MapShape<Supply> supply(
      String what, Register<String> names, Map<String, Integer> limits) {
    return new MapShape<>(
        "a %1$s, for example {name: %1$s-a, wakesAtOnce: 20}".formatted(what),
        fields -> {
          Read<String> name = fields.required("name", names.declaration());
          Read<Optional<Integer>> limit = fields.optional("wakesAtOnce", FleetWords.HOSTS_AT_ONCE);
          name.ifSound(
              named -> limit.ifSound(most -> most.ifPresent(number -> limits.put(named, number))));
          return fields.build(() -> new Supply(name.value(), limit.value()));
        });
  }

  private static Supply supply(String name, Map<String, Integer> limits) {
    return new Supply(name, Optional.ofNullable(limits.get(name)));
  }
}
