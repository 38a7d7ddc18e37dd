package dev.feierabend.sandbox.replay;

import dev.feierabend.core.observing.PeakHistory;
import dev.feierabend.core.observing.UtilisationHistory;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The highest peak of each guest in each of the last eight days (of UTC), and how much of each
/// pool was seen then: what forecasts are made from.
final class Days implements PeakHistory {
  private static final int DAYS = (int) UtilisationHistory.KEPT.toDays();
  private static final long A_DAY = Duration.ofDays(1).toSeconds();

  private final Guests guests;
  private final Map<String, Integer> byId = new HashMap<>();

  /// By day and guest.
  private final float[][] peaks;

  /// Those of the day.
  private float[] highest;

  private final boolean[] known;

  /// Slots of all guests by day and pool.
  private final long[][] serving;

  private final long[][] seen;
  private long today = Long.MIN_VALUE;
  private int day;

  Days(Guests guests) {
    this.guests = guests;
    peaks = new float[DAYS][guests.count()];
    highest = peaks[0];
    known = new boolean[guests.count()];
    serving = new long[DAYS][guests.pools.size()];
    seen = new long[DAYS][guests.pools.size()];
    for (int guest = 0; guest < known.length; guest++) {
      byId.put(guests.members.get(guest).id().value(), guest);
    }
  }

  /// A slot of that time; a new day takes the place of the oldest.
  void begin(Instant at) {
    long its = Math.floorDiv(at.getEpochSecond(), A_DAY);
    if (its != today) {
      today = its;
      day = (int) Math.floorMod(its, (long) DAYS);
      highest = peaks[day];
      Arrays.fill(highest, 0);
      Arrays.fill(serving[day], 0);
      Arrays.fill(seen[day], 0);
    }
  }

  /// What was measured of a guest in it.
  void measured(int guest, float cores) {
    known[guest] = true;
    if (cores > highest[guest]) {
      highest[guest] = cores;
    }
  }

  /// How many of each pool's guests served in it, and how many of them were measured.
  void add(int[] served, int[] measured) {
    for (int pool = 0; pool < served.length; pool++) {
      serving[day][pool] += served[pool];
      seen[day][pool] += measured[pool];
    }
  }

  /// Of all eight days, as the service remembers them.
  @Override
  public Optional<Double> peakSince(String member, Instant since) {
    int guest = byId.getOrDefault(member, -1);
    if (guest < 0 || !known[guest]) {
      return Optional.empty();
    }
    double peak = 0;
    for (float[] ofDay : peaks) {
      peak = Math.max(peak, ofDay[guest]);
    }
    return Optional.of(peak);
  }

  @Override
  public double coverageSince(PoolId pool, Instant since) {
    int its = guests.pools.indexOf(pool);
    double all = sum(serving, its);
    return all > 0 ? sum(seen, its) / all : 0;
  }

  private static long sum(long[][] slots, int pool) {
    long sum = 0;
    for (int one = 0; pool >= 0 && one < DAYS; one++) {
      sum += slots[one][pool];
    }
    return sum;
  }
}
