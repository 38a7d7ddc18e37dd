package dev.feierabend.sandbox.replay;

import dev.feierabend.core.observing.PeakHistory;
import dev.feierabend.core.planning.MeasuredLoad;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.LoadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the service would have measured up to now: of guests while they served, and nothing of a
/// slot that isn't over. It tells when a plan might change by that, and the planner what it asks
/// for.
final class Attention implements MeasuredLoad {
  private static final int NEVER = Integer.MIN_VALUE / 2;
  private static final long LENGTH = LoadModel.SLOT.toSeconds();
  private static final int FORGOTTEN = (int) Vigilance.FORGOTTEN.dividedBy(LoadModel.SLOT);

  private final Guests guests;
  private final Settings settings;
  private final Instant from;
  private final Map<WorkloadId, Integer> byId = new HashMap<>();

  /// A bit a slot, the newest the lowest: whether it was measured.
  private final long[] measured;

  private final int[] lastMeasured;
  private final int[] lastBusy;
  private final int[] lastSurge;
  private final double[] use;
  private final double[] whole;
  private final Days days;
  private final int samples;
  private int now;

  Attention(Guests guests, Settings settings, Instant from) {
    this.guests = guests;
    this.settings = settings;
    this.from = from;
    this.samples = settings.samples();
    this.days = new Days(guests);
    measured = new long[guests.count()];
    lastMeasured = filled(guests.count());
    lastBusy = filled(guests.count());
    lastSurge = filled(guests.pools.size());
    use = new double[guests.pools.size()];
    whole = new double[guests.pools.size()];
    for (int guest = 0; guest < guests.count(); guest++) {
      byId.put(guests.members.get(guest).id(), guest);
      whole[guests.pool[guest]] += guests.size[guest];
    }
  }

  private static int[] filled(int count) {
    var all = new int[count];
    Arrays.fill(all, NEVER);
    return all;
  }

  Instant at(int slot) {
    return from.plusSeconds(slot * LENGTH);
  }

  /// The slot is over; `guests.asked` is of it.
  void measure(int slot) {
    now = slot + 1;
    Arrays.fill(use, 0);
    var serving = new int[use.length];
    var known = new int[use.length];
    days.begin(at(slot));
    double limit = settings.vigilance().workload();
    for (int guest = 0; guest < measured.length; guest++) {
      measured[guest] <<= 1;
      if (guests.serves(guest, slot)) {
        int pool = guests.pool[guest];
        float cores = guests.asked[guest];
        serving[pool]++;
        if (!Float.isNaN(cores)) {
          known[pool]++;
          use[pool] += cores;
          measured(guest, slot, cores, limit);
        }
      }
    }
    days.add(serving, known);
    for (int pool = 0; pool < use.length; pool++) {
      if (use[pool] > 0 && use[pool] / whole[pool] >= settings.vigilance().pool()) {
        lastSurge[pool] = slot;
      }
    }
  }

  private void measured(int guest, int slot, float cores, double limit) {
    measured[guest] |= 1;
    lastMeasured[guest] = slot;
    days.measured(guest, cores);
    if (cores / guests.size[guest] >= limit) {
      lastBusy[guest] = slot;
    }
  }

  /// Whether what sleeps of some pool should wake.
  boolean surging() {
    for (int pool = 0; pool < lastSurge.length; pool++) {
      if (surges(pool)) {
        return true;
      }
    }
    return false;
  }

  /// Whether what sleeps of a pool should wake.
  boolean surges(int pool) {
    return now - lastSurge[pool] <= samples;
  }

  /// Whether it was busy in the quiet time, or isn't known to have been quiet.
  boolean busy(int guest) {
    int since = now - lastMeasured[guest];
    boolean unknown = since > samples && since <= FORGOTTEN;
    return unknown || now - lastBusy[guest] <= samples;
  }

  @Override
  public List<Reading> of(WorkloadId workload) {
    int guest = byId.getOrDefault(workload, -1);
    if (guest < 0 || lastMeasured[guest] == NEVER) {
      return List.of();
    }
    var readings = new ArrayList<Reading>();
    for (int back = samples - 1; back >= 0; back--) {
      if ((measured[guest] >>> back & 1) == 1) {
        readings.add(reading(guest, now - 1 - back));
      }
    }
    return readings.isEmpty() ? List.of(reading(guest, lastMeasured[guest])) : readings;
  }

  private Reading reading(int guest, int slot) {
    Instant begin = at(slot);
    return new Reading(begin, begin.plusSeconds(LENGTH), guests.cores(guest, begin));
  }

  /// What forecasts are made from.
  PeakHistory history() {
    return days;
  }
}
