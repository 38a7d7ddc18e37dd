package dev.feierabend.sandbox.load;

import dev.feierabend.sandbox.centre.LoadModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What machines did, slot by slot, gaps included: of five minutes each, as half-precision numbers
/// (eleven bits are finer than any meter), so that a thousand machines' year fits in memory.
///
/// @param begin the first slot; empty where a day without a date is recorded, which repeats
/// @param unit what the numbers are
/// @param series the machines in order, all of one length
public record Recording(Optional<Instant> begin, Unit unit, List<Series> series) {
  private static final long LENGTH = LoadModel.SLOT.toSeconds();

  /// Of the machine's size, or as measured.
  public enum Unit {
    SHARES,
    CORES
  }

  /// One machine's. The values aren't copied: they may be hundreds of megabytes.
  ///
  /// @param values one a slot, as `Float.floatToFloat16` packs them; not-a-number where nothing is
  ///   known
  @SuppressWarnings("ArrayRecordComponent")
  public record Series(String name, short[] values) {
    static Series unknown(String name, int slots) {
      var values = new short[slots];
      Arrays.fill(values, Float.floatToFloat16(Float.NaN));
      return new Series(name, values);
    }

    void put(int slot, double value) {
      values[slot] = Float.floatToFloat16((float) value);
    }
  }

  public Recording {
    begin = begin.map(LoadModel::slot);
    series = List.copyOf(series);
    if (series.isEmpty()
        || series.getFirst().values().length == 0
        || series.stream().mapToInt(it -> it.values().length).distinct().count() > 1) {
      throw new IllegalArgumentException("Expected series of one length but found others or none");
    }
  }

  public int slots() {
    return series.getFirst().values().length;
  }

  /// The end of what is recorded; empty where it repeats.
  public Optional<Instant> end() {
    return begin.map(first -> first.plus(LoadModel.SLOT.multipliedBy(slots())));
  }

  /// The index of the slot that begins then: below zero or beyond the last where nothing is
  /// recorded.
  public int slot(Instant at) {
    return begin.isEmpty()
        ? (int) Math.floorMod(number(at), (long) slots())
        : Math.clamp(number(at) - number(begin.get()), -1, slots());
  }

  private static long number(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), LENGTH);
  }
}
