package dev.feierabend.sandbox.load;

import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.sandbox.centre.LoadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// Cores used in each slot that an interval touches, and the memory.
record Usage(List<Slice> slices, long memoryMiB) {
  /// @param seconds how much of the interval lies in the slot
  record Slice(Instant slot, double seconds, double cores) {}

  static Usage idle(Instant from, Instant to) {
    var slices = new ArrayList<Slice>();
    for (Instant slot = LoadModel.slot(from); slot.isBefore(to); slot = slot.plus(LoadModel.SLOT)) {
      Instant start = slot.isBefore(from) ? from : slot;
      Instant next = slot.plus(LoadModel.SLOT);
      Instant end = next.isBefore(to) ? next : to;
      slices.add(new Slice(slot, Duration.between(start, end).toNanos() / 1e9, 0));
    }
    return new Usage(slices, 0);
  }

  /// A guest's; of its memory three fifths are in use.
  static Usage of(Guest guest, LoadModel load, Instant from, Instant to) {
    return new Usage(
        idle(from, to).slices.stream()
            .map(idle -> new Slice(idle.slot, idle.seconds, load.cores(guest, idle.slot)))
            .toList(),
        guest.size().memoryMiB() * 3 / 5);
  }

  /// Both together, slot by slot; `other` is of the same interval.
  Usage plus(Usage other) {
    return new Usage(
        IntStream.range(0, slices.size())
            .mapToObj(i -> {
              Slice mine = slices.get(i);
              return new Slice(mine.slot, mine.seconds, mine.cores + other.slices.get(i).cores);
            })
            .toList(),
        memoryMiB + other.memoryMiB);
  }

  /// The mean over time of what `cores` stand for.
  double mean(DoubleUnaryOperator of) {
    double sum = 0;
    double seconds = 0;
    for (Slice slice : slices) {
      sum += of.applyAsDouble(slice.cores) * slice.seconds;
      seconds += slice.seconds;
    }
    return sum / seconds;
  }

  double peak() {
    return slices.stream().mapToDouble(Slice::cores).max().orElse(0);
  }
}
