package dev.feierabend.sandbox.centre;

import static dev.feierabend.sandbox.centre.SmallCentre.START;
import static dev.feierabend.sandbox.centre.SmallCentre.action;
import static dev.feierabend.sandbox.centre.SmallCentre.guest;
import static dev.feierabend.sandbox.centre.SmallCentre.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.sandbox.centre.Faults.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String HOST = host(0).toString();

  @Test
  void whileTheApiAnswers503NothingIsDone() {
    var small = new SmallCentre(new Trouble.Ends("cordon", HOST, 1, Call.UNAVAILABLE));

    assertThat(small.hypervisor.cordon(host(0), action("cordon/0#1")))
        .isEqualTo(new Answer.Unknown("the API answered 503"));
    assertThat(small.after(3600).seenHost(0).cordoned()).isFalse();
    assertThat(small.centre.log().effects()).isEmpty();

    assertThat(small.hypervisor.cordon(host(0), action("cordon/0#1"))).isEqualTo(Answer.DONE);
    assertThat(small.seenHost(0).cordoned()).isTrue();
  }

  @Test
  void whatHangsIsDoneLaterAndOnceHoweverOftenItIsAskedMeanwhile() {
    String subject = guest(0).value();
    var small =
        new SmallCentre(
            new Trouble.Ends("sleep", subject, 1, Call.HANGS),
            new Trouble.Ends("sleep", subject, 2, Call.HANGS));
    small.sleep(0, 0);

    assertThat(small.after(74).seenGuest(0).asleep()).isFalse();
    assertThat(small.after(1).seenGuest(0).asleep()).isTrue();
    assertThat(small.after(3600).centre.log().effects())
        .singleElement()
        .satisfies(effect -> {
          assertThat(effect.at()).isEqualTo(START.plusSeconds(75));
          assertThat(effect.changed()).isTrue();
        });
    assertThat(small.seenGuest(0).ready()).isZero();
  }

  @Test
  void whatIsDoneLateIsDoneAtItsInstantHoweverLateOneLooks() {
    var small = new SmallCentre(new Trouble.Ends("off", HOST, 1, Call.HANGS));
    small.sleep(0, 1, 2);
    small.after(60);
    double before = small.centre.meter().used();
    small.power.softOff(host(0));

    small.after(3600);

    double expected = (2 * 0.130) + (75 + 60) * 100 / 3.6e6 + (3600 - 75 - 60) * 10 / 3.6e6;
    assertThat(small.centre.meter().used() - before).isCloseTo(expected, offset(1e-9));
  }

  @Test
  void aControllerThatLiesSaysDoneAndDoesNothing() {
    var small = new SmallCentre(new Trouble.Ends("off", HOST, 1, Call.LIES));
    small.sleep(0, 1, 2);
    small.after(60);

    assertThat(small.power.softOff(host(0))).isEqualTo(Answer.DONE);

    assertThat(small.after(3600).seenHost(0).ready()).isTrue();
  }

  @Test
  void whatFailsIsRefused() {
    var small = new SmallCentre(new Trouble.Ends("wake", guest(0).value(), 1, Call.FAILS));

    assertThat(
            small.hypervisor.wake(
                new Step.Wake(guest(0), 1, 0, Optional.empty()), action("wake/0#1")))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aControllerThatReportsTheWrongPowerIsContradictedByWhatRuns() {
    var small =
        new SmallCentre(
            new Trouble.Ends("state", HOST, 1, Call.LIES),
            new Trouble.Ends("state", HOST, 2, Call.LIES),
            new Trouble.Ends("state", HOST, 3, Call.UNAVAILABLE),
            new Trouble.Ends("state", HOST, 5, Call.LIES));
    var seen = new SeenByControllers(small.centre, small.power);

    assertThat(small.power.state(host(0))).isEqualTo(Power.OFF);
    assertThat(seen.observe().hosts().getFirst().power()).as("it serves").isEqualTo(Power.UNKNOWN);
    assertThat(seen.observe().hosts().getFirst().power()).as("503").isEqualTo(Power.UNKNOWN);
    assertThat(seen.observe().hosts()).allMatch(host -> host.power() == Power.ON);
    small.firstHostOff();
    var off = seen.observe().hosts().getFirst();
    assertThat(off.power()).as("nothing contradicts it").isEqualTo(Power.ON);
    assertThat(off.ready()).isFalse();
  }

  @Test
  void aHostSleepsThroughExactlyTheMorningOfItsScript() {
    Faults script =
        Faults.script(List.of(new Trouble.DoesNotWake(host(0), START, START.plusSeconds(60))));

    assertThat(script.bootHangs(host(0), START)).isTrue();
    assertThat(script.bootHangs(host(0), START.plusSeconds(59))).isTrue();
    assertThat(script.bootHangs(host(0), START.plusSeconds(60))).isFalse();
    assertThat(script.bootHangs(host(0), START.minusSeconds(1))).isFalse();
    assertThat(script.bootHangs(host(1), START)).isFalse();
    assertThat(script.moveFails(guest(0), START)).isFalse();
  }

  @Test
  void chanceStrikesAsOftenAsItsRateInEveryWayAndTheSameForTheSameSeed() {
    long seed = 20260511;
    Faults faults = Faults.of(seed, 0.2);
    Faults again = Faults.of(seed, 0.2);
    Faults other = Faults.of(seed + 1, 0.2);

    for (Call way : Call.values()) {
      long struck =
          IntStream.range(0, 10_000).filter(i -> faults.call("on", "h" + i, 1) == way).count();
      double expected = way == Call.FINE ? 8_000 : 500;
      assertThat((double) struck)
          .as("%s, seed %d", way, seed)
          .isBetween(expected * 0.85, expected * 1.15);
    }
    assertThat(IntStream.range(0, 1_000))
        .allMatch(i -> faults.call("on", "h", i) == again.call("on", "h", i))
        .anyMatch(i -> faults.call("on", "h", i) != other.call("on", "h", i));
  }

  @Test
  void aRateIsAShare() {
    assertThatIllegalArgumentException().isThrownBy(() -> Faults.of(1, 1.5));
  }
}
