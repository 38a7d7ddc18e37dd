package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Protections;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.replay.Replayed.Law;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Holds what was done against the laws, by the documents and the recorded load alone: it asks
/// neither the planner nor what the planner asks.
final class Court {
  private static final int TOLD = 50;

  private final Machines machines;
  private final Guests guests;
  private final Settings settings;
  private final List<SchedulePolicy> policies;
  private final List<List<Integer>> covering = new ArrayList<>();
  private final long[] memoryAtHome;
  private final SortedMap<Law, Long> checked = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private final int samples;
  private long violated;

  Court(Machines machines, Guests guests, Settings settings, List<SchedulePolicy> policies) {
    this.machines = machines;
    this.guests = guests;
    this.settings = settings;
    this.samples = settings.samples();
    this.policies = List.copyOf(policies);
    for (Guests.Member member : guests.members) {
      var its = new ArrayList<Integer>();
      for (int i = 0; i < policies.size(); i++) {
        SchedulePolicy policy = policies.get(i);
        if (policy.tenants().contains(member.tenant())
            && policy.selects().matches(member.guest())) {
          its.add(i);
        }
      }
      covering.add(List.copyOf(its));
    }
    memoryAtHome = memory();
    for (Law law : Law.values()) {
      checked.put(law, 0L);
    }
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

  void expect(Law law, boolean kept, Instant at, String otherwise) {
    checked.merge(law, 1L, Long::sum);
    if (!kept) {
      violated++;
      if (violations.size() < TOLD) {
        violations.add("%s %s: %s".formatted(at, law, otherwise));
      }
    }
  }

  /// After a plan was carried out.
  void look(Instant at) {
    List<Verdict> verdicts =
        policies.stream().map(policy -> settings.evaluation().at(policy, at)).toList();
    for (int guest = 0; guest < guests.count(); guest++) {
      String name = guests.members.get(guest).guest().name();
      if (guests.asleep[guest]) {
        var its = covering.get(guest);
        boolean agreed =
            !its.isEmpty()
                && its.stream().allMatch(it -> verdicts.get(it) instanceof Verdict.Asleep);
        expect(Law.APPROVAL_PRECEDES_EFFECT, agreed, at, name + " sleeps without an agreement");
      } else {
        expect(
            Law.NEVER_BELOW_THE_FLOOR,
            machines.on[guests.place[guest]],
            at,
            name + " is awake on a host that is off");
      }
    }
    hosts(at);
  }

  private void hosts(Instant at) {
    int on = machines.count() - machines.off();
    int floor = Math.max(rules().minimumHosts(), agreedFloor(at));
    expect(
        Law.NEVER_BELOW_THE_FLOOR,
        on >= Math.min(floor, machines.count()),
        at,
        "%d hosts are on, %d must be".formatted(on, floor));
    long[] memory = memory();
    for (int host = 0; host < machines.count(); host++) {
      var document = machines.hosts.get(host);
      expect(
          Law.NEVER_BELOW_THE_FLOOR,
          machines.on[host] || Protections.by(document).isEmpty(),
          at,
          document.name() + " is protected and off");
      expect(
          Law.NEVER_BELOW_THE_FLOOR,
          memory[host] <= Math.max(document.capacity().memoryMiB(), memoryAtHome[host]),
          at,
          document.name() + " carries more memory than it has");
    }
  }

  private Rules rules() {
    return settings.rules();
  }

  private int agreedFloor(Instant at) {
    int floor = 0;
    for (SchedulePolicy policy : policies) {
      var pools = policy.selects().pools();
      long hosts =
          machines.hosts.stream()
              .filter(host -> pools.isEmpty() || pools.contains(host.pool()))
              .count();
      floor = Math.max(floor, settings.evaluation().floor(policy, at).hostsOf(hosts));
    }
    return floor;
  }

  /// It is about to be put to sleep: nothing of the quiet time says that it is busy.
  void sleeps(int guest, int slot, Instant at) {
    var member = guests.members.get(guest);
    double limit = settings.vigilance().workload() * member.guest().size().cores();
    for (int back = 1; back <= Math.min(slot, samples); back++) {
      Instant then = at.minus(LoadModel.SLOT.multipliedBy(back));
      if (guests.servesFrom[guest] <= slot - back && guests.cores(guest, then) >= limit) {
        expect(
            Law.ON_IS_SAFE, false, at, member.guest().name() + " goes to sleep though it is busy");
        return;
      }
    }
    expect(Law.ON_IS_SAFE, true, at, "");
  }

  Replayed.Laws judgement() {
    return new Replayed.Laws(checked, violations, violated);
  }
}
