package dev.feierabend.sandbox.load;

import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.sandbox.centre.LoadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Replays recorded load: each guest gets one of the recorded machines, by its id, and repeats what
/// that one did, at the same time of day (UTC) and, where whole weeks are recorded, on the same
/// weekday.
public final class RecordedLoad implements LoadModel {
  static final int A_DAY = (int) Duration.ofDays(1).dividedBy(SLOT);

  /// One machine's busy share (0 to 1) a slot, over whole days. The first belongs to every slot
  /// whose number since the epoch is a multiple of their count.
  public record Series(String name, List<Double> shares) {
    public Series {
      shares = List.copyOf(shares);
      if (shares.isEmpty() || shares.size() % A_DAY != 0) {
        throw new IllegalArgumentException(
            "Expected whole days of %d values but found %d in %s"
                .formatted(A_DAY, shares.size(), name));
      }
    }

    double at(long slot) {
      return shares.get(Math.floorMod(slot, shares.size()));
    }
  }

  private final List<Series> series;

  /// @param series at least one
  public RecordedLoad(List<Series> series) {
    if (series.isEmpty()) {
      throw new IllegalArgumentException("Expected recorded load but found none");
    }
    this.series = List.copyOf(series);
  }

  @Override
  public double cores(Guest guest, Instant slot) {
    Series one = series.get(Math.floorMod(guest.id().toString().hashCode(), series.size()));
    long number = Math.floorDiv(slot.getEpochSecond(), SLOT.toSeconds());
    return Math.clamp(one.at(number), 0.0, 1.0) * guest.size().cores();
  }
}
