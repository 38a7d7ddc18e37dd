package dev.feierabend.sandbox.centre;

import static dev.feierabend.sandbox.centre.SmallCentre.START;
import static dev.feierabend.sandbox.centre.SmallCentre.action;
import static dev.feierabend.sandbox.centre.SmallCentre.host;
import static dev.feierabend.sandbox.centre.SmallCentre.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Each host: three guests of 2 cores, half busy: 3 of 10 cores, 130 W; empty 100 W, off 10 W.
class MeterTest {
  private static final Offset<Double> EXACTLY = offset(1e-9);
  private static final int HOUR = 3600;

  private static double usedIn(SmallCentre small, int seconds) {
    double before = small.centre.meter().used();
    return small.after(seconds).centre.meter().used() - before;
  }

  @Test
  void withEverythingOnNothingIsSaved() {
    EnergyMeter meter = new SmallCentre().after(HOUR).centre.meter();

    assertThat(meter.used()).isEqualTo(3 * 0.130, EXACTLY);
    assertThat(meter.everythingOn()).isEqualTo(3 * 0.130, EXACTLY);
    assertThat(meter.saved()).isEqualTo(0, EXACTLY);
    assertThat(meter.boots()).isZero();
  }

  @Test
  void whatMovesTakesItsWattsAlong() {
    var small = new SmallCentre();
    small.sleep(3, 4, 5);
    small.hypervisor.drain(host(0), List.of(move(0, 0, 2)), action("drain/0#1"));
    small.after(60);

    assertThat(usedIn(small, HOUR)).isEqualTo(0.120 + 0.100 + 0.140, EXACTLY);
  }

  @Test
  void aHostThatIsOffDrawsItsStandbyAndTheRestAsBefore() {
    var small = new SmallCentre().firstHostOff();

    assertThat(usedIn(small, 10 * HOUR)).isEqualTo(10 * (0.010 + 2 * 0.130), EXACTLY);
  }

  @Test
  void aBootIsPartOfWhatIsUsedAndShownApart() {
    var small = new SmallCentre().firstHostOff();
    small.power.on(host(0));

    double used = usedIn(small, 180);

    assertThat(small.centre.meter().boots()).isEqualTo(150 * 180 / 3.6e6, EXACTLY);
    assertThat(used).isEqualTo((150 + 2 * 130) * 180 / 3.6e6, EXACTLY);
  }

  @Test
  void howOftenOneLooksChangesNothing() {
    LoadModel swings =
        (guest, slot) -> slot.getEpochSecond() / 300 % 2 == 0 ? guest.size().cores() : 0;
    var seldom = new SmallCentre(Faults.NONE, swings).firstHostOff();
    var often = new SmallCentre(Faults.NONE, swings).firstHostOff();
    for (int i = 0; i < 600; i++) {
      often.after(37).centre.meter();
    }

    assertThat(often.centre.meter().used())
        .isEqualTo(seldom.after(600 * 37).centre.meter().used(), EXACTLY);
  }

  @Test
  void loadIsIntegratedSlotBySlotFromWhereverOneStarts() {
    var half = START.plusSeconds(1800);
    LoadModel firstHalf = (guest, slot) -> slot.isBefore(half) ? guest.size().cores() : 0;
    var small = new SmallCentre(Faults.NONE, firstHalf);
    small.after(100).centre.meter();

    small.after(HOUR - 100);

    assertThat(small.centre.meter().used()).isEqualTo(3 * (0.160 + 0.100) / 2, EXACTLY);
  }
}
