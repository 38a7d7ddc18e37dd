package dev.feierabend.core.observing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// The newest hours of one member, each in its place modulo the length. It is as long as what is
/// known is, and doubles until it holds all that is kept.
final class PeakRing {
  /// Of a member that nothing is known of; never to be told anything.
  static final PeakRing EMPTY = new PeakRing();

  private static final int MOST = (int) HourlyPeaks.HELD.toHours();
  private static final int FEWEST = 168;
  private static final short NONE = Float.floatToFloat16(Float.NaN);

  private short[] peaks = new short[0];
  private long oldest;
  private long newest = -1;

  /// Raises an hour's peak; what lies too far back is left out.
  ///
  /// @param hour counted from 1970
  synchronized void note(long hour, double peak) {
    boolean first = isEmpty();
    long until = first ? hour : Math.max(newest, hour);
    long from = Math.max(first ? hour : Math.min(oldest, hour), until - MOST + 1);
    if (hour < from) {
      return;
    }
    span(from, until);
    int place = place(hour);
    float known = Float.float16ToFloat(peaks[place]);
    float raised = Float.isNaN(known) ? (float) peak : Math.max(known, (float) peak);
    peaks[place] = Float.floatToFloat16(raised);
  }

  /// Makes room for the hours from `from` to `until`, and drops all others.
  private void span(long from, long until) {
    int needed = (int) (until - from) + 1;
    if (needed > peaks.length) {
      short[] known = between(from, until);
      peaks = none(length(needed));
      for (int place = 0; place < known.length; place++) {
        peaks[place(from + place)] = known[place];
      }
    } else {
      for (long hour = Math.max(newest + 1, from); hour <= until; hour++) {
        peaks[place(hour)] = NONE;
      }
      for (long hour = from; hour < oldest; hour++) {
        peaks[place(hour)] = NONE;
      }
    }
    oldest = from;
    newest = until;
  }

  private static int length(int needed) {
    int length = FEWEST;
    while (length < needed) {
      length *= 2;
    }
    return Math.min(MOST, length);
  }

  private static short[] none(int length) {
    var none = new short[length];
    Arrays.fill(none, NONE);
    return none;
  }

  private short[] between(long from, long until) {
    short[] known = none((int) (until - from) + 1);
    for (long hour = Math.max(from, oldest); hour <= Math.min(until, newest); hour++) {
      known[(int) (hour - from)] = peaks[place(hour)];
    }
    return known;
  }

  private int place(long hour) {
    return (int) Math.floorMod(hour, (long) peaks.length);
  }

  /// Its peak in cores; not a number where nothing is known.
  synchronized double at(long hour) {
    return hour < oldest || hour > newest ? Double.NaN : Float.float16ToFloat(peaks[place(hour)]);
  }

  synchronized boolean isEmpty() {
    return newest < oldest;
  }

  synchronized long oldest() {
    return oldest;
  }

  synchronized long newest() {
    return newest;
  }

  /// Half floats (IEEE 754 binary16), the high byte first, in Base64.
  synchronized HourlyPeaks.Hours hours() {
    short[] all = between(oldest, newest);
    var bytes = ByteBuffer.allocate(Short.BYTES * all.length);
    bytes.asShortBuffer().put(all);
    return new HourlyPeaks.Hours(oldest, Base64.getEncoder().encodeToString(bytes.array()));
  }

  static PeakRing of(HourlyPeaks.Hours hours) {
    var all = ByteBuffer.wrap(Base64.getDecoder().decode(hours.peaks())).asShortBuffer();
    var ring = new PeakRing();
    if (all.hasRemaining()) {
      ring.span(hours.first(), hours.first() + all.remaining() - 1);
      for (long hour = ring.oldest; hour <= ring.newest; hour++) {
        ring.peaks[ring.place(hour)] = all.get();
      }
    }
    return ring;
  }
}
