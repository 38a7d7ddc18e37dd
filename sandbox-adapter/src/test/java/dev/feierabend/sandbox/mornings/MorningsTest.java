package dev.feierabend.sandbox.mornings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.mornings.GeneratedMornings.Fleet;
import dev.feierabend.sandbox.mornings.GeneratedMornings.Morning;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Generated nights of hosts whose boots have heavy tails. `-Dnights=100000 -Dseed=1` makes a
/// campaign of it.
class MorningsTest {
  private static final long SEED = Long.getLong("seed", 20_261_128);
  private static final int NIGHTS = Integer.getInteger("nights", 2_000);
  private static final int IN_A_ROW = 100;
  private static final double SHARE = 0.999;

  private final Tally ours = new Tally();
  private final Tally fixed = new Tally();
  private final Tally clairvoyant = new Tally();

  @Test
  void hostsAreBackInTimeAsOftenAsIfTheirBootsWereForeseen() {
    for (int night = 0; night < NIGHTS; night += IN_A_ROW) {
      live(SEED + night / IN_A_ROW, Math.min(IN_A_ROW, NIGHTS - night));
    }
    tell();

    assertThat(clairvoyant.kept).isLessThanOrEqualTo(clairvoyant.hostNights);
    assertThat(ours.kept / (double) clairvoyant.kept).isGreaterThanOrEqualTo(SHARE);
    assertThat(ours.kWh()).isGreaterThan(clairvoyant.kWh());
  }

  private void live(long seed, int nights) {
    var mornings = new GeneratedMornings(seed);
    Fleet fleet = mornings.fleet();
    var learning = Waker.learning(fleet, SHARE);
    var before = Waker.fixed(fleet);
    for (int number = 0; number < nights; number++) {
      Morning morning = mornings.next(number);
      ours.add(fleet, morning, learning.begun(morning));
      fixed.add(fleet, morning, before.begun(morning));
      clairvoyant.add(fleet, morning, foreseen(morning));
    }
  }

  /// As late as is possible within the window, whatever else boots then.
  private static Map<MachineId, Instant> foreseen(Morning morning) {
    var begun = new TreeMap<MachineId, Instant>();
    morning
        .boots()
        .forEach((host, boot) -> {
          Instant begin = morning.needed().minus(boot);
          begun.put(host, begin.isBefore(morning.since()) ? morning.since() : begin);
        });
    return begun;
  }

  private void tell() {
    System.out.printf(
        "MorningsTest: %d nights from seed %d, %d host-nights%n", NIGHTS, SEED, ours.hostNights);
    System.out.printf(
        "  kept: %d by us, %d by a clairvoyant waker, %d at the agreed wake%n",
        ours.kept, clairvoyant.kept, fixed.kept);
    System.out.printf(
        "  %.4f %% of the clairvoyant's by us, %.4f %% at the agreed wake%n",
        100.0 * ours.kept / clairvoyant.kept, 100.0 * fixed.kept / clairvoyant.kept);
    System.out.printf(
        "  caution: %.0f kWh more than the clairvoyant's %.0f (%.1f %%, %.3f kWh a host-night), "
            + "%+.0f kWh beside the agreed wake (%+.1f %%)%n",
        ours.kWh() - clairvoyant.kWh(),
        clairvoyant.kWh(),
        100 * (ours.kWh() / clairvoyant.kWh() - 1),
        (ours.kWh() - clairvoyant.kWh()) / ours.hostNights,
        ours.kWh() - fixed.kWh(),
        100 * (ours.kWh() / fixed.kWh() - 1));
  }
}
