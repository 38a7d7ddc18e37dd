package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.Planner;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.Recording;
import dev.feierabend.sandbox.replay.Replayed.Cause;
import dev.feierabend.sandbox.replay.Replayed.Law;
import dev.feierabend.sandbox.replay.Replayed.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Lives through recorded load slot by slot. It plans when a policy wants something else, when load
/// that rises should wake what sleeps, and, not more often than the quiet time, when what was busy
/// has become quiet. Nothing is known of a slot before it is over.
public final class Replay {
  private static final int EVERY_SO_MANY_PLANS = 64;

  private final Machines machines;
  private final Guests guests;
  private final Attention attention;
  private final Office office;
  private final Carriage carriage;
  private final Court court;
  private final Diary diary;
  private final int patience;
  private final Losses losses;
  private final View view;
  private final int slots;
  private SortedMap<WorkloadId, Reason> busy = new TreeMap<>();
  private int[] busyGuests = {};
  private final Map<WorkloadId, Integer> byId = new HashMap<>();
  private Instant next = Instant.MIN;
  private int lastPlan;
  private boolean crowdedThen;
  private int plans;

  private Replay(
      Fleet fleet, List<SchedulePolicy> policies, Recording load, Span span, Settings settings) {
    patience = settings.patience();
    machines = new Machines(fleet, settings.rules().headroom());
    guests = Guests.of(fleet, machines.byId, load);
    attention = new Attention(guests, settings, span.from());
    office = new Office(policies, settings, attention, span.from());
    court = new Court(machines, guests, settings, policies);
    carriage = new Carriage(machines, guests, court);
    losses = new Losses(guests, settings);
    view = new View(machines, guests);
    slots = (int) Duration.between(span.from(), span.to()).dividedBy(LoadModel.SLOT);
    ZoneId zone = policies.isEmpty() ? ZoneOffset.UTC : policies.getFirst().zone();
    for (int guest = 0; guest < guests.count(); guest++) {
      byId.put(guests.members.get(guest).id(), guest);
    }
    diary = new Diary(zone, id -> guests.members.get(byId.getOrDefault(id, 0)).guest().name());
  }

  /// Whole slots of five minutes, `to` exclusive.
  public record Span(Instant from, Instant to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "Expected a beginning before the end but found %s and %s".formatted(from, to));
      }
      from = LoadModel.slot(from);
      to = LoadModel.slot(to);
    }
  }

  public static Replayed of(
      Fleet fleet, List<SchedulePolicy> policies, Recording load, Span span, Settings settings) {
    var replay = new Replay(fleet, policies, load, span, settings);
    for (int slot = 0; slot < replay.slots; slot++) {
      replay.live(slot);
    }
    return replay.told(span);
  }

  private void live(int slot) {
    Instant at = attention.at(slot);
    if (slot == 0) {
      plan(Cause.BEGINNING, slot, at);
    } else if (!at.isBefore(next)) {
      plan(Cause.TRANSITION, slot, at);
    } else if (surges() || crowds(slot)) {
      plan(Cause.SURGE, slot, at);
    } else if (slot - lastPlan >= patience && someQuiet()) {
      plan(Cause.QUIET, slot, at);
    }
    court.expect(
        Law.WAKES_ARE_NEVER_DROPPED,
        carriage.nextWake().isAfter(at),
        at,
        () -> "a wake was due at " + carriage.nextWake());
    guests.look(at);
    losses.count(slot, machines);
    machines.pass();
    diary.missed(at, losses.busyNow());
    attention.measure(slot);
  }

  private boolean surges() {
    return attention.surging() && carriage.sleepsIn(attention::surges);
  }

  /// Whether hosts became too full, or still are after a quiet time.
  private boolean crowds(int slot) {
    return machines.crowded() && (!crowdedThen || slot - lastPlan >= patience);
  }

  /// Whether something that load kept up no longer is busy.
  private boolean someQuiet() {
    for (int guest : busyGuests) {
      if (!attention.busy(guest) && !attention.surges(guests.pool[guest])) {
        return true;
      }
    }
    return false;
  }

  private void plan(Cause cause, int slot, Instant at) {
    diary.kept(busy, attention.at(lastPlan), slot - lastPlan);
    var seen = view.at(slot, at);
    Planner.Planned planned = office.decide(seen, at);
    if (plans % EVERY_SO_MANY_PLANS == 0) {
      PowerPlan again = office.decide(seen, at).plan();
      court.expect(
          Law.SAME_INPUTS_SAME_PLAN,
          again.equals(planned.plan()),
          at,
          () -> "planned again, the plan is another");
    }
    plans++;
    crowdedThen = machines.crowded();
    lastPlan = slot;
    next = office.nextTransition(at).orElse(Instant.MAX);
    boolean changes = office.keep(planned) || !busy.keySet().equals(planned.busy().keySet());
    busy = planned.busy();
    busyGuests = busy.keySet().stream().mapToInt(id -> byId.getOrDefault(id, 0)).toArray();
    carriage.carryOut(planned.plan(), slot, at);
    court.look(at);
    if (changes) {
      diary.moment(
          new Moment(at, cause, planned.plan().sleepers().size(), machines.off(), busy.size()));
    }
  }

  private Replayed told(Span span) {
    diary.kept(busy, attention.at(lastPlan), slots - lastPlan);
    return new Replayed(
        span.from(),
        span.to(),
        machines.count(),
        guests.count(),
        guests.withoutLoad(),
        plans,
        machines.energy(),
        losses.missed(carriage.lateMinutes()),
        diary.nights(),
        diary.timeline(),
        court.judgement());
  }
}
