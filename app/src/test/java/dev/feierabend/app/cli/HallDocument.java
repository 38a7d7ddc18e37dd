package dev.feierabend.app.cli;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// A fleet document of hypervisors: hosts that they switch themselves, and guests of Ahausen's in
/// pools named `ahausen-` and the hypervisor.
final class HallDocument {
  private final StringBuilder controllers = new StringBuilder();
  private final StringBuilder pools = new StringBuilder();
  private final Map<String, StringBuilder> hosts = new LinkedHashMap<>();
  private final Map<String, StringBuilder> guests = new LinkedHashMap<>();

  /// @param name of the file with its login, too
  void hypervisor(String name, String kind, URI uri) {
    controllers.append(
        "    - {name: %1$s, kind: %2$s, url: \"%3$s\", credentials: %1$s}%n"
            .formatted(name, kind, uri));
    pools.append(
        """
            - {id: %1$s-machines, hypervisor: %1$s}
            - {id: ahausen-%1$s, tenant: ahausen, hypervisor: %1$s}
        """
            .formatted(name));
  }

  void host(String hypervisor, String name, UUID id) {
    hosts
        .computeIfAbsent(hypervisor, _ -> new StringBuilder())
        .append(
            """
                - uuid: %s
                  name: %s
                  pool: %s-machines
                  cores: 8
                  memoryGiB: 32
                  watts: {idle: 100, peak: 300}
                  standbyWatts: 5
                  boot: PT30S
                  bootWatts: 200
                  controller: %3$s
            """
                .formatted(id, name, hypervisor));
  }

  /// Where it runs is for the hypervisor to say.
  void guest(String hypervisor, UUID id) {
    guests
        .computeIfAbsent(hypervisor, _ -> new StringBuilder("      guests:\n"))
        .append(
            "        - {uuid: %1$s, name: vm-%1$s, pool: ahausen-%2$s, cores: 0.25, memoryGiB: 1}%n"
                .formatted(id, hypervisor));
  }

  String text() {
    var all = new StringBuilder();
    hosts.forEach((hypervisor, text) ->
        all.append(text).append(guests.getOrDefault(hypervisor, new StringBuilder())));
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: a-hall}
    spec:
      tenants: [{id: ahausen, name: Ahausen}]
      controllers:
    %s  pools:
    %s  hosts:
    %s\
    """
        .formatted(controllers, pools, all);
  }
}
