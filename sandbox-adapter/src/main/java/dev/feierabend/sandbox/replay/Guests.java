package dev.feierabend.sandbox.replay;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.load.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All guests in the order of their ids, as columns: who they are, where they are and what they ask
/// for in the slot that is looked at.
final class Guests {
  /// One of the fleet's document.
  record Member(Guest guest, WorkloadId id, TenantId tenant, int home) {}

  final List<Member> members;
  final float[] size;
  final int[] pool;
  final int[] home;
  final int[] place;
  final boolean[] asleep;

  /// From which slot on it serves.
  final int[] servesFrom;

  /// Cores asked for in this slot; not-a-number where that isn't known.
  final float[] asked;

  final List<PoolId> pools;
  private final Recording load;
  private final int[] series;

  private Guests(List<Member> members, Recording load) {
    this.members = members;
    this.load = load;
    int count = members.size();
    size = new float[count];
    pool = new int[count];
    home = new int[count];
    place = new int[count];
    asleep = new boolean[count];
    servesFrom = new int[count];
    asked = new float[count];
    series = new int[count];
    var known = new TreeMap<PoolId, Integer>();
    members.forEach(member -> known.putIfAbsent(member.guest().pool(), known.size()));
    pools =
        known.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    for (int guest = 0; guest < count; guest++) {
      Member member = members.get(guest);
      size[guest] = (float) member.guest().size().cores();
      pool[guest] = known.getOrDefault(member.guest().pool(), 0);
      home[guest] = member.home();
      place[guest] = member.home();
    }
    assign();
  }

  /// @param hosts their places among the machines
  static Guests of(Fleet fleet, Map<MachineId, Integer> hosts, Recording load) {
    var owners = new HashMap<PoolId, TenantId>();
    fleet.pools().forEach(pool -> pool.tenant().ifPresent(owner -> owners.put(pool.id(), owner)));
    var members = new ArrayList<Member>();
    for (var host : fleet.hosts()) {
      for (Guest guest : host.guests()) {
        members.add(
            new Member(
                guest,
                new WorkloadId("guest/" + guest.id()),
                owners.getOrDefault(guest.pool(), new TenantId("operator")),
                hosts.getOrDefault(host.id(), 0)));
      }
    }
    members.sort(Comparator.comparing(Member::id));
    return new Guests(List.copyOf(members), load);
  }

  int count() {
    return members.size();
  }

  /// Each gets the series of its name or id; where no guest has one of its own, all of them get one
  /// by their order, and share where there are more guests than series.
  private void assign() {
    var byName = new HashMap<String, Integer>();
    for (int i = 0; i < load.series().size(); i++) {
      byName.put(load.series().get(i).name(), i);
    }
    boolean named = false;
    for (int guest = 0; guest < count(); guest++) {
      Member member = members.get(guest);
      series[guest] =
          byName.getOrDefault(
              member.id().value(),
              byName.getOrDefault(
                  member.guest().id().toString(), byName.getOrDefault(member.guest().name(), -1)));
      named |= series[guest] >= 0;
    }
    for (int guest = 0; !named && guest < count(); guest++) {
      series[guest] = guest % load.series().size();
    }
  }

  /// How many have no load of their own.
  int withoutLoad() {
    int without = 0;
    for (int one : series) {
      without += one < 0 ? 1 : 0;
    }
    return without;
  }

  /// Looks at the slot that begins then.
  void look(Instant at) {
    int slot = load.slot(at);
    boolean recorded = slot >= 0 && slot < load.slots();
    for (int guest = 0; guest < asked.length; guest++) {
      asked[guest] = recorded ? cores(guest, slot) : Float.NaN;
    }
  }

  /// What was asked for in the slot that begins then.
  float cores(int guest, Instant at) {
    int slot = load.slot(at);
    return slot >= 0 && slot < load.slots() ? cores(guest, slot) : Float.NaN;
  }

  private float cores(int guest, int slot) {
    if (series[guest] < 0) {
      return Float.NaN;
    }
    float value = Float.float16ToFloat(load.series().get(series[guest]).values()[slot]);
    return load.unit() == Recording.Unit.SHARES ? value * size[guest] : value;
  }

  boolean serves(int guest, int slot) {
    return !asleep[guest] && servesFrom[guest] <= slot;
  }
}
