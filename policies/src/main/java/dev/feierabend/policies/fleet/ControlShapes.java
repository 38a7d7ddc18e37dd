package dev.feierabend.policies.fleet;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.net.URI;
import java.util.Optional;

/// Clusters, controllers and racks.
final class ControlShapes {
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
    Read<Optional<URI>> url = fields.optional("url", FleetWords.URL);
    if (kind.found().filter(Controller.REDFISH::equals).isPresent() && !fields.has("url")) {
      fields.complain(fields.at(), "\"url\": " + FleetWords.URL.expected(), "no \"url\"");
    }
    if (kind.found().filter(Controller.IPMI::equals).isPresent() && !fields.has("credentials")) {
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

  static MapShape<Rack> rack(FleetRegisters ids) {
    return new MapShape<>(
        "a rack, for example {name: rack-1, feed: feed-a}",
        fields -> {
          Read<String> name = fields.required("name", ids.racks().declaration());
          Read<String> feed = fields.required("feed", FleetWords.ID);
          return fields.build(() -> new Rack(name.value(), feed.value()));
        });
  }
}
