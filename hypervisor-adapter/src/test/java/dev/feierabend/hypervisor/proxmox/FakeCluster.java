package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a fake cluster of five nodes tells: the guest `web` runs on `pve1`, and nothing elsewhere.
final class FakeCluster {
  static final MachineId BUSY = node(1);
  static final MachineId IDLE = node(2);
  static final MachineId WEB = MachineId.of("10000000-0000-0000-0000-000000000001");
  static final Map<String, MachineId> NODES =
      Map.of("pve1", node(1), "pve2", node(2), "pve3", node(3), "pve4", node(4), "pve5", node(5));
  static final String RIGHTS =
      "{\"/\": {\"VM.Audit\": 1, \"Sys.Audit\": 1, \"VM.Migrate\": 1, \"VM.PowerMgmt\": 1, \"Sys.PowerMgmt\": 1}}";

  private final AtomicInteger tasks = new AtomicInteger();
  final Set<String> offline = ConcurrentHashMap.newKeySet();

  /// Nodes that an administrator has taken out of the cluster.
  final Set<String> gone = ConcurrentHashMap.newKeySet();

  /// More about single nodes, as JSON after a comma.
  final Map<String, String> about = new ConcurrentHashMap<>();

  /// Nodes' states and their HA managers' modes, where they aren't the usual ones.
  final Map<String, String> states = new ConcurrentHashMap<>();

  final Map<String, String> modes = new ConcurrentHashMap<>();
  volatile String guests = guest(100, "web", "pve1", "running", "");
  volatile String configuration = uuid(WEB) + ", \"scsi0\": \"ceph:vm-100-disk-0,size=8G\"";
  volatile String rights = RIGHTS;
  volatile String options = "{}";
  volatile boolean quorate = true;
  volatile String task = "{\"status\": \"stopped\", \"exitstatus\": \"OK\"}";
  volatile String card = "\"wakeonlan\": \"52:54:00:00:00:01\"";

  static MachineId node(int number) {
    return MachineId.of("00000000-0000-0000-0000-00000000000" + number);
  }

  static String uuid(MachineId id) {
    return "\"smbios1\": \"base64=0,uuid=%s\"".formatted(id);
  }

  /// @param more of it, as JSON after a comma
  static String guest(int number, String name, String node, String status, String more) {
    return """
    {"type": "qemu", "vmid": %d, "name": "%s", "node": "%s", "status": "%s", "maxcpu": 2,
     "maxmem": 2147483648, "template": 0%s}
    """
        .formatted(number, name, node, status, more);
  }

  Optional<String> answer(String method, String path) {
    return switch (method + " " + path) {
      case "GET /cluster/status" -> Optional.of(status());
      case "GET /cluster/resources" -> Optional.of(resources());
      case "GET /cluster/ha/status/manager_status" -> Optional.of(manager());
      case "GET /cluster/options" -> Optional.of(options);
      case "GET /access/permissions" -> Optional.of(rights);
      case String it when it.matches("GET /nodes/[^/]+/(qemu|lxc)/[0-9]+/config") ->
          Optional.of("{" + configuration + "}");
      case String it when it.matches("GET /nodes/[^/]+/config") -> Optional.of("{" + card + "}");
      case String it when it.matches("GET /nodes/[^/]+/tasks/.*/status") -> Optional.of(task);
      case String it when it.matches("POST /nodes/[^/]+/(status|wakeonlan)") -> Optional.of("null");
      case String it when it.startsWith("POST /nodes/") ->
          Optional.of("\"UPID:pve1:0000%d:feierabend@pve:\"".formatted(tasks.incrementAndGet()));
      default -> Optional.empty();
    };
  }

  private String status() {
    String cluster =
        "{\"type\": \"cluster\", \"name\": \"north\", \"nodes\": 5, \"quorate\": %d}"
            .formatted(quorate ? 1 : 0);
    return "[%s, %s]"
        .formatted(
            cluster,
            each(name ->
                "{\"type\": \"node\", \"name\": \"%s\", \"online\": %d}"
                    .formatted(name, offline.contains(name) ? 0 : 1)));
  }

  /// Of a node that is away nothing is told but its name.
  private String resources() {
    String nodes =
        each(name ->
            offline.contains(name)
                ? "{\"type\": \"node\", \"node\": \"%s\", \"status\": \"offline\"}".formatted(name)
                : """
                {"type": "node", "node": "%s", "status": "online", "maxcpu": 16,
                 "maxmem": 68719476736, "mem": 2147483648%s}
                """
                    .formatted(name, about.getOrDefault(name, "")));
    String storages =
        "{\"type\": \"storage\", \"storage\": \"ceph\", \"shared\": 1}, {\"type\": \"storage\", \"storage\": \"local\", \"shared\": 0}";
    return List.of(guests, nodes, storages).stream()
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String manager() {
    return "{\"manager_status\": {\"node_status\": {%s}}, \"lrm_status\": {%s}}"
        .formatted(
            each(name -> "\"%s\": \"%s\"".formatted(name, states.getOrDefault(name, "online"))),
            each(name ->
                "\"%s\": {\"mode\": \"%s\"}".formatted(name, modes.getOrDefault(name, "active"))));
  }

  private String each(UnaryOperator<String> told) {
    return NODES.keySet().stream()
        .filter(name -> !gone.contains(name))
        .sorted()
        .map(told)
        .collect(Collectors.joining(", "));
  }
}
