package dev.feierabend.sandbox.replay;

import dev.feierabend.core.observing.Covered;
import dev.feierabend.core.observing.UtilisationHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// The highest peak of each guest in each of the last eight days (of UTC), and how much of each
/// pool was seen then.
final class Days {
  private static final int DAYS = (int) UtilisationHistory.KEPT.toDays();
  private static final long A_DAY = Duration.ofDays(1).toSeconds();

  private final Guests guests;
  private final float[][] peaks;
  private final boolean[] known;
  private final double[][] serving;
  private final double[][] seen;
  private long today = Long.MIN_VALUE;
  private int day;

  Days(Guests guests) {
    this.guests = guests;
    peaks = new float[guests.count()][DAYS];
    known = new boolean[guests.count()];
    serving = new double[guests.pools.size()][DAYS];
    seen = new double[guests.pools.size()][DAYS];
  }

  /// A slot of that time; a new day takes the place of the oldest.
  void begin(Instant at) {
    long its = Math.floorDiv(at.getEpochSecond(), A_DAY);
    if (its != today) {
      today = its;
      day = (int) Math.floorMod(its, (long) DAYS);
      for (float[] peak : peaks) {
        peak[day] = 0;
      }
      for (int pool = 0; pool < seen.length; pool++) {
        serving[pool][day] = 0;
        seen[pool][day] = 0;
      }
    }
  }

  /// What a guest did in it.
  void add(int guest, boolean serves, boolean measured, float cores) {
    int pool = guests.pool[guest];
    serving[pool][day] += serves ? 1 : 0;
    if (measured) {
      known[guest] = true;
      seen[pool][day]++;
      peaks[guest][day] = Math.max(peaks[guest][day], cores);
    }
  }

  /// As the service remembers it: of each the highest peak and how much was seen, as of today.
  UtilisationHistory history(Instant at) {
    var members = new HashMap<String, SortedMap<Long, Double>>();
    for (int guest = 0; guest < peaks.length; guest++) {
      if (known[guest]) {
        float peak = 0;
        for (float one : peaks[guest]) {
          peak = Math.max(peak, one);
        }
        members.put(guests.members.get(guest).id().value(), on(today, (double) peak));
      }
    }
    var pools = new HashMap<String, Covered>();
    for (int pool = 0; pool < seen.length; pool++) {
      var seconds = new Covered.Seconds(sum(serving[pool]), sum(seen[pool]));
      pools.put(guests.pools.get(pool).value(), new Covered(at, on(today, seconds)));
    }
    var history = new UtilisationHistory();
    history.recall(new UtilisationHistory.Peaks(members, pools));
    return history;
  }

  private static <T> SortedMap<Long, T> on(long day, T value) {
    var days = new TreeMap<Long, T>();
    days.put(day, value);
    return days;
  }

  private static double sum(double[] all) {
    return Arrays.stream(all).sum();
  }
}
