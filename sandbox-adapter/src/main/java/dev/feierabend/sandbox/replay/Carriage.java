package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.replay.Replayed.Law;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Does what a plan says: at once, but for boots. What wakes goes home, where that is on and has
/// room.
final class Carriage {
  private static final long LENGTH = LoadModel.SLOT.toSeconds();

  private final Machines machines;
  private final Guests guests;
  private final Court court;
  private final Map<WorkloadId, Integer> byId = new HashMap<>();
  private final Map<WorkloadId, Window> windows = new HashMap<>();
  private Instant nextWake = Instant.MAX;
  private long lateMinutes;

  Carriage(Machines machines, Guests guests, Court court) {
    this.machines = machines;
    this.guests = guests;
    this.court = court;
    for (int guest = 0; guest < guests.count(); guest++) {
      byId.put(guests.members.get(guest).id(), guest);
    }
  }

  /// When the first of those that sleep must begin to wake.
  Instant nextWake() {
    return nextWake;
  }

  /// Whether something of one of those pools sleeps.
  boolean sleepsIn(IntPredicate pools) {
    for (int guest = 0; guest < guests.count(); guest++) {
      if (guests.asleep[guest] && pools.test(guests.pool[guest])) {
        return true;
      }
    }
    return false;
  }

  long lateMinutes() {
    return lateMinutes;
  }

  void carryOut(PowerPlan plan, int slot, Instant at) {
    var off = plan.hostsOff();
    for (int host = 0; host < machines.count(); host++) {
      if (!off.contains(machines.hosts.get(host).id())) {
        machines.power(host, true, slot);
      }
    }
    plan.moves()
        .forEach(move -> {
          int guest = byId.getOrDefault(move.workload(), 0);
          guests.place[guest] = machines.byId.getOrDefault(move.to(), guests.place[guest]);
          guests.servesFrom[guest] =
              Math.max(guests.servesFrom[guest], machines.readyFrom[guests.place[guest]]);
        });
    Map<WorkloadId, Window> sleeping = plan.windows();
    for (int guest = 0; guest < guests.count(); guest++) {
      Window window = sleeping.get(guests.members.get(guest).id());
      if (window != null) {
        sleep(guest, window, slot, at);
      }
    }
    wake(sleeping.keySet(), off, slot, at);
    off.forEach(host -> machines.power(machines.byId.getOrDefault(host, 0), false, slot));
    nextWake =
        sleeping.values().stream().map(Window::wakeAt).min(Instant::compareTo).orElse(Instant.MAX);
  }

  private void sleep(int guest, Window window, int slot, Instant at) {
    windows.put(guests.members.get(guest).id(), window);
    if (!guests.asleep[guest]) {
      court.sleeps(guest, slot, at);
      guests.asleep[guest] = true;
    }
  }

  /// All that slept and no longer shall.
  private void wake(Set<WorkloadId> sleeping, Set<MachineId> off, int slot, Instant at) {
    int[] waking =
        IntStream.range(0, guests.count())
            .filter(guest -> guests.asleep[guest])
            .filter(guest -> !sleeping.contains(guests.members.get(guest).id()))
            .toArray();
    if (waking.length > 0) {
      var room = new Room(machines, guests);
      for (int guest : waking) {
        wake(guest, room.take(guest, off), slot, at);
      }
    }
  }

  private void wake(int guest, int place, int slot, Instant at) {
    guests.asleep[guest] = false;
    guests.place[guest] = place;
    guests.servesFrom[guest] = Math.max(slot, machines.readyFrom[guests.place[guest]]);
    Window window = windows.remove(guests.members.get(guest).id());
    if (window != null && !at.isBefore(window.wakeAt())) {
      Instant serves = at.plusSeconds(LENGTH * (guests.servesFrom[guest] - slot));
      boolean punctual = !serves.isAfter(window.readyBy());
      lateMinutes += punctual ? 0 : Duration.between(window.readyBy(), serves).toMinutes();
      court.expect(
          Law.READY_BY,
          punctual,
          at,
          () ->
              "%s serves at %s, agreed was %s"
                  .formatted(guests.members.get(guest).guest().name(), serves, window.readyBy()));
    }
  }
}
