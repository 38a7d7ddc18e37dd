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

  private static final int READ = 32;
  private static final short[] NONE = {};

  final List<Member> members;

  /// Cores.
  final double[] size;

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

  /// Of each guest its series' values, none where it has no load of its own.
  private final short[][] values;

  /// What makes cores of its values.
  private final float[] scale;

  /// Cores by slot and guest, as so many slots of one guest are read at once: those of one slot lie
  /// far apart.
  private final float[][] read;

  private int firstRead = Integer.MAX_VALUE - READ;

  private Guests(List<Member> members, Recording load) {
    this.members = members;
    this.load = load;
    int count = members.size();
    size = new double[count];
    pool = new int[count];
    home = new int[count];
    place = new int[count];
    asleep = new boolean[count];
    servesFrom = new int[count];
    asked = new float[count];
    read = new float[READ][count];
    values = new short[count][];
    scale = new float[count];
    var known = new TreeMap<PoolId, Integer>();
    members.forEach(member -> known.putIfAbsent(member.guest().pool(), known.size()));
    pools =
        known.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    for (int guest = 0; guest < count; guest++) {
      Member member = members.get(guest);
      size[guest] = member.guest().size().cores();
      scale[guest] = load.unit() == Recording.Unit.SHARES ? (float) size[guest] : 1;
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
    var series = new int[count()];
    for (int guest = 0; guest < count(); guest++) {
      Member member = members.get(guest);
      series[guest] =
          byName.getOrDefault(
              member.id().value(),
              byName.getOrDefault(
                  member.guest().id().toString(), byName.getOrDefault(member.guest().name(), -1)));
      named |= series[guest] >= 0;
    }
    for (int guest = 0; guest < count(); guest++) {
      int its = named ? series[guest] : guest % load.series().size();
      values[guest] = its < 0 ? NONE : load.series().get(its).values();
    }
  }

  /// How many have no load of their own.
  int withoutLoad() {
    int without = 0;
    for (short[] one : values) {
      without += one.length == 0 ? 1 : 0;
    }
    return without;
  }

  /// Looks at the slot that begins then.
  void look(Instant at) {
    int slot = load.slot(at);
    if (slot < firstRead || slot >= firstRead + READ) {
      firstRead = slot;
      read(slot);
    }
    System.arraycopy(read[slot - firstRead], 0, asked, 0, asked.length);
  }

  private void read(int first) {
    for (int guest = 0; guest < asked.length; guest++) {
      for (int i = 0; i < READ; i++) {
        read[i][guest] = cores(guest, first + i);
      }
    }
  }

  /// What was asked for in the slot that begins then.
  float cores(int guest, Instant at) {
    return cores(guest, load.slot(at));
  }

  /// @param slot of the recording
  private float cores(int guest, int slot) {
    short[] its = values[guest];
    return slot >= 0 && slot < its.length
        ? Float.float16ToFloat(its[slot]) * scale[guest]
        : Float.NaN;
  }

  boolean serves(int guest, int slot) {
    return !asleep[guest] && servesFrom[guest] <= slot;
  }
}
