package dev.feierabend.sandbox.replay;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.sandbox.centre.LoadModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All hosts in the order of their ids, as columns, with what they burn.
final class Machines {
  private static final double SLOT = LoadModel.SLOT.toSeconds();
  private static final double JOULES_A_KWH = 3.6e6;

  final List<Host> hosts;
  final Map<MachineId, Integer> byId = new HashMap<>();
  final boolean[] on;

  /// From which slot on it takes guests.
  final int[] readyFrom;

  /// Seconds of the boot that are left.
  final double[] booting;

  /// Cores used in this slot, and those that would be if nothing had ever slept.
  final double[] used;

  final double[] usedAwake;

  /// Equal ones are one array, so that they stay at hand.
  private final double[][] curves;

  private final double[] cores;
  private final double[] standby;
  private final double[] bootWatts;
  private double joules;
  private double joulesAwake;
  private long boots;
  private final double headroom;
  private boolean crowded;

  /// @param headroom the share of a host's CPU that may be planned
  Machines(Fleet fleet, double headroom) {
    this.headroom = headroom;
    hosts = fleet.hosts().stream().sorted(Comparator.comparing(Host::id)).toList();
    int count = hosts.size();
    on = new boolean[count];
    Arrays.fill(on, true);
    readyFrom = new int[count];
    booting = new double[count];
    used = new double[count];
    usedAwake = new double[count];
    curves = new double[count][];
    cores = new double[count];
    standby = new double[count];
    bootWatts = new double[count];
    var known = new HashMap<PowerCurve, double[]>();
    for (int host = 0; host < count; host++) {
      byId.put(hosts.get(host).id(), host);
      var electricity = hosts.get(host).electricity();
      curves[host] = known.computeIfAbsent(electricity.curve(), Machines::watts);
      cores[host] = hosts.get(host).capacity().cores();
      standby[host] = electricity.standbyWatts();
      bootWatts[host] = electricity.bootWatts();
    }
  }

  private static double[] watts(PowerCurve curve) {
    return curve.watts().stream().mapToDouble(Double::doubleValue).toArray();
  }

  int count() {
    return hosts.size();
  }

  int off() {
    int off = 0;
    for (boolean one : on) {
      off += one ? 0 : 1;
    }
    return off;
  }

  /// Switches it; a boot takes whole slots until it serves.
  void power(int host, boolean up, int slot) {
    if (up && !on[host]) {
      double seconds = hosts.get(host).electricity().boot().toSeconds();
      booting[host] = seconds;
      readyFrom[host] = slot + (int) Math.ceil(seconds / SLOT);
      boots++;
    }
    on[host] = up;
  }

  /// Whether some host had to do more than may be planned while others were off.
  boolean crowded() {
    return crowded;
  }

  /// A slot passes, with `used` and `usedAwake` as they are.
  void pass() {
    boolean full = false;
    boolean off = false;
    for (int host = 0; host < on.length; host++) {
      double awake = watts(host, usedAwake[host]);
      joulesAwake += SLOT * awake;
      if (!on[host]) {
        joules += SLOT * standby[host];
        off = true;
        continue;
      }
      full |= used[host] > headroom * cores[host];
      double boot = Math.min(SLOT, booting[host]);
      booting[host] -= boot;
      double watts = used[host] == usedAwake[host] ? awake : watts(host, used[host]);
      joules += boot * bootWatts[host] + (SLOT - boot) * watts;
    }
    crowded = full && off;
  }

  private double watts(int host, double asked) {
    double[] curve = curves[host];
    if (asked >= cores[host]) {
      return curve[10];
    }
    double tenth = asked > 0 ? asked / cores[host] * 10 : 0;
    int below = Math.min(9, (int) tenth);
    double rest = tenth - below;
    return curve[below] * (1 - rest) + curve[below + 1] * rest;
  }

  Replayed.Energy energy() {
    return new Replayed.Energy(joules / JOULES_A_KWH, joulesAwake / JOULES_A_KWH, boots);
  }
}
