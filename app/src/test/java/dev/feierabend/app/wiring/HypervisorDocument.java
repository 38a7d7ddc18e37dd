package dev.feierabend.app.wiring;

import dev.feierabend.policies.terms.MachineId;
import java.util.List;

/// Parts of a fleet document whose only place is a hypervisor named `halle`.
final class HypervisorDocument {
  private HypervisorDocument() {}

  static String head(String kind, String url) {
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: rechenzentrum-nord}
    spec:
      tenants:
        - {id: ahausen, name: Gemeinde Ahausen}
        - {id: bedorf, name: Stadt Bedorf}
      controllers:
        - {name: halle, kind: %s, url: "%s", credentials: vcenter}
      pools:
        - {id: machines, hypervisor: halle}
        - {id: ahausen-office, tenant: ahausen, hypervisor: halle}
        - {id: bedorf-web, tenant: bedorf, hypervisor: halle}
      hosts:
    """
        .formatted(kind, url);
  }

  static String host(String name, MachineId id) {
    return """
        - uuid: %s
          name: %s
          pool: machines
          cores: 32
          memoryGiB: 128
          watts: {idle: 110, peak: 380}
          standbyWatts: 8
          boot: PT4M
          bootWatts: 220
          controller: halle
    """
        .formatted(id, name);
  }

  /// @param office how many of them sleep at night
  static String guests(List<MachineId> guests, int office) {
    var text = new StringBuilder("      guests:\n");
    for (int i = 0; i < guests.size(); i++) {
      text.append(
          "        - {uuid: %s, name: vm-%d, pool: %s, cores: 0.25, memoryGiB: 1}%n"
              .formatted(guests.get(i), i, i < office ? "ahausen-office" : "bedorf-web"));
    }
    return text.toString();
  }
}
