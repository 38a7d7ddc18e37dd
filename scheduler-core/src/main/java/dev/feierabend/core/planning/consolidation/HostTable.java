package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.PowerCurve;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The hosts as arrays, in the order of their ids; what is asked of them millions of times.
final class HostTable {
  private static final double[] UNKNOWN = {};

  final List<Host> hosts;
  final int count;

  /// Names of the resources: cores, memory, then what was declared, in order.
  final List<String> resources;

  final int width;

  /// What may be planned: host by host, resource by resource, headroom taken off the cores.
  final double[] room;

  /// Eleven watts a host; none where none are counted: without a curve, or left alone.
  final double[][] curve;

  final int[] zone;
  final Map<String, Integer> zones = new TreeMap<>();
  private final double[] cores;
  private final double[] standby;
  private final double headroom;
  private final Map<PowerCurve, double[]> curves = new HashMap<>();

  HostTable(Sorted sorted) {
    hosts = sorted.hosts();
    count = hosts.size();
    headroom = sorted.conditions().safety().headroom();
    resources = resources(sorted);
    width = resources.size();
    room = new double[count * width];
    curve = new double[count][];
    zone = new int[count];
    cores = new double[count];
    standby = new double[count];
    for (int host = 0; host < count; host++) {
      fill(host, hosts.get(host));
    }
  }

  private void fill(int at, Host host) {
    sizes(host.capacity(), room, at);
    room[at * width] *= headroom;
    curve[at] =
        host.curve()
            .filter(_ -> !(host.state() instanceof Host.Away))
            .map(it -> curves.computeIfAbsent(it, HostTable::watts))
            .orElse(UNKNOWN);
    cores[at] = host.capacity().cores();
    standby[at] = counted(at) ? host.switching().standbyWatts() : 0;
    Integer known = zones.putIfAbsent(host.zone(), zones.size());
    zone[at] = known == null ? zones.size() - 1 : known;
  }

  private static double[] watts(PowerCurve curve) {
    return curve.watts().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<String> resources(Sorted sorted) {
    var further = new TreeSet<String>();
    sorted.hosts().forEach(host -> further.addAll(host.capacity().further().keySet()));
    sorted.table.declaring.stream()
        .forEach(guest -> further.addAll(sorted.guests().get(guest).peak().further().keySet()));
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of("cores", "memory"), further.stream())
        .toList();
  }

  /// Writes `sizes` into row `at` of `into`.
  void sizes(Sizes sizes, double[] into, int at) {
    int row = at * width;
    into[row] = sizes.cores();
    into[row + 1] = sizes.memoryMiB();
    for (int resource = 2; resource < width; resource++) {
      Double found = sizes.further().get(resources.get(resource));
      into[row + resource] = found == null ? 0 : found;
    }
  }

  double room(int host, int resource) {
    return room[host * width + resource];
  }

  double cores(int host) {
    return cores[host];
  }

  boolean counted(int host) {
    return curve[host].length > 0;
  }

  /// Watts of a host that is on and carries `cores`; 0 without a curve.
  double watts(int host, double cores) {
    double[] watts = curve[host];
    if (watts.length == 0) {
      return 0;
    }
    double whole = cores(host);
    double tenth = whole > 0 ? Math.min(10, Math.max(0, cores / whole * 10)) : 0;
    int below = Math.min(9, (int) tenth);
    return watts[below] + (watts[below + 1] - watts[below]) * (tenth - below);
  }

  double standby(int host) {
    return standby[host];
  }
}
