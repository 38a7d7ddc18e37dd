package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Protections;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.replay.Replayed.Law;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Holds what was done against the laws, by the documents and the recorded load alone: it asks
/// neither the planner nor what the planner asks.
final class Court {
  private static final int TOLD = 50;
  private static final long LENGTH = LoadModel.SLOT.toSeconds();

  private final Machines machines;
  private final Guests guests;
  private final Settings settings;
  private final List<SchedulePolicy> policies;

  /// Of each guest the policies that cover it.
  private final int[][] covering;

  /// How many hosts each policy's pools have.
  private final long[] hostsOf;

  private final long[] memoryAtHome;
  private final Map<Law, Long> checked = new EnumMap<>(Law.class);
  private final List<String> violations = new ArrayList<>();
  private final int samples;
  private long violated;

  Court(Machines machines, Guests guests, Settings settings, List<SchedulePolicy> policies) {
    this.machines = machines;
    this.guests = guests;
    this.settings = settings;
    this.samples = settings.samples();
    this.policies = List.copyOf(policies);
    covering = guests.members.stream().map(this::covering).toArray(int[][]::new);
    hostsOf = policies.stream().mapToLong(this::hostsOf).toArray();
    memoryAtHome = memory();
    for (Law law : Law.values()) {
      checked.put(law, 0L);
    }
  }

  private int[] covering(Guests.Member member) {
    return IntStream.range(0, policies.size())
        .filter(i -> policies.get(i).tenants().contains(member.tenant()))
        .filter(i -> policies.get(i).selects().matches(member.guest()))
        .toArray();
  }

  private long hostsOf(SchedulePolicy policy) {
    var pools = policy.selects().pools();
    return machines.hosts.stream()
        .filter(host -> pools.isEmpty() || pools.contains(host.pool()))
        .count();
  }

  private long[] memory() {
    var memory = new long[machines.count()];
    for (int guest = 0; guest < guests.count(); guest++) {
      if (!guests.asleep[guest]) {
        memory[guests.place[guest]] += guests.members.get(guest).guest().size().memoryMiB();
      }
    }
    return memory;
  }

  void expect(Law law, boolean kept, Instant at, Supplier<String> otherwise) {
    checked.merge(law, 1L, Long::sum);
    if (!kept) {
      violated++;
      if (violations.size() < TOLD) {
        violations.add("%s %s: %s".formatted(at, law, otherwise.get()));
      }
    }
  }

  /// After a plan was carried out.
  void look(Instant at) {
    var asleep = new boolean[policies.size()];
    for (int i = 0; i < asleep.length; i++) {
      asleep[i] = settings.evaluation().at(policies.get(i), at) instanceof Verdict.Asleep;
    }
    for (int i = 0; i < guests.count(); i++) {
      int guest = i;
      if (guests.asleep[guest]) {
        expect(
            Law.APPROVAL_PRECEDES_EFFECT,
            agreed(guest, asleep),
            at,
            () -> name(guest) + " sleeps without an agreement");
      } else {
        expect(
            Law.NEVER_BELOW_THE_FLOOR,
            machines.on[guests.place[guest]],
            at,
            () -> name(guest) + " is awake on a host that is off");
      }
    }
    hosts(at);
  }

  private String name(int guest) {
    return guests.members.get(guest).guest().name();
  }

  /// @param asleep whether each policy lets sleep
  private boolean agreed(int guest, boolean[] asleep) {
    for (int policy : covering[guest]) {
      if (!asleep[policy]) {
        return false;
      }
    }
    return covering[guest].length > 0;
  }

  private void hosts(Instant at) {
    int on = machines.count() - machines.off();
    int floor = Math.max(rules().minimumHosts(), agreedFloor(at));
    expect(
        Law.NEVER_BELOW_THE_FLOOR,
        on >= Math.min(floor, machines.count()),
        at,
        () -> "%d hosts are on, %d must be".formatted(on, floor));
    long[] memory = memory();
    for (int i = 0; i < machines.count(); i++) {
      int host = i;
      var document = machines.hosts.get(host);
      expect(
          Law.NEVER_BELOW_THE_FLOOR,
          machines.on[host] || Protections.by(document).isEmpty(),
          at,
          () -> document.name() + " is protected and off");
      expect(
          Law.NEVER_BELOW_THE_FLOOR,
          memory[host] <= Math.max(document.capacity().memoryMiB(), memoryAtHome[host]),
          at,
          () -> document.name() + " carries more memory than it has");
    }
  }

  private Rules rules() {
    return settings.rules();
  }

  private int agreedFloor(Instant at) {
    int floor = 0;
    for (int i = 0; i < hostsOf.length; i++) {
      var agreed = settings.evaluation().floor(policies.get(i), at);
      floor = Math.max(floor, agreed.hostsOf(hostsOf[i]));
    }
    return floor;
  }

  /// It is about to be put to sleep: nothing of the quiet time says that it is busy.
  void sleeps(int guest, int slot, Instant at) {
    double limit = settings.vigilance().workload() * guests.size[guest];
    boolean busy = false;
    for (int back = 1; back <= Math.min(slot, samples) && !busy; back++) {
      Instant then = at.minusSeconds(back * LENGTH);
      busy = guests.servesFrom[guest] <= slot - back && guests.cores(guest, then) >= limit;
    }
    expect(Law.ON_IS_SAFE, !busy, at, () -> name(guest) + " goes to sleep though it is busy");
  }

  Replayed.Laws judgement() {
    return new Replayed.Laws(new TreeMap<>(checked), violations, violated);
  }
}
