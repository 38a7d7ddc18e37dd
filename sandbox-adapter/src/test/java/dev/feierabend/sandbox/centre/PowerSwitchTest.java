package dev.feierabend.sandbox.centre;

import static dev.feierabend.sandbox.centre.SmallCentre.START;
import static dev.feierabend.sandbox.centre.SmallCentre.action;
import static dev.feierabend.sandbox.centre.SmallCentre.guest;
import static dev.feierabend.sandbox.centre.SmallCentre.host;
import static dev.feierabend.sandbox.centre.SmallCentre.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.data.Offset.offset;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerSwitchTest extends PowerControllerContract {
  private final SmallCentre small = new SmallCentre();

  @Override
  protected PowerController controller() {
    return small.power;
  }

  @Override
  protected MachineId machine() {
    small.sleep(0, 1, 2);
    small.after(60);
    return host(0);
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    return new PowerSwitch(
        small.centre,
        new Faults() {
          @Override
          public Call call(String verb, String subject, int count) {
            return Call.UNAVAILABLE;
          }

          @Override
          public boolean bootHangs(MachineId host, Instant at) {
            return false;
          }
        },
        new Luck(7));
  }

  @Override
  protected void letTimePass() {
    small.after(20);
  }

  @Test
  void atTheStartEverythingIsOnAndServes() {
    var seen = small.centre.observe();

    assertThat(seen.at()).isEqualTo(START);
    assertThat(seen.hosts())
        .hasSize(3)
        .allMatch(host -> host.inService() && host.occupied() && host.protection().isEmpty());
    assertThat(seen.workloads())
        .hasSize(9)
        .allMatch(guest -> guest.replicas() == 1 && guest.ready() == 1 && guest.on().size() == 1);
  }

  @Test
  void anEmptyHostShutsDownInAMinute() {
    small.sleep(0, 1, 2);
    small.after(60);

    assertThat(small.power.softOff(host(0))).isEqualTo(Answer.DONE);

    assertThat(small.after(59).seenHost(0).power()).isEqualTo(Power.ON);
    assertThat(small.seenHost(0).ready()).isFalse();
    assertThat(small.after(1).seenHost(0).power()).isEqualTo(Power.OFF);
    assertThat(small.centre.log().incidents()).isEmpty();
  }

  @Test
  void aBootTakesItsSecondsAFifthMoreOrLess() {
    small.firstHostOff();

    assertThat(small.power.on(host(0))).isEqualTo(Answer.DONE);

    assertThat(small.seenHost(0).power()).isEqualTo(Power.ON);
    assertThat(small.after(240 * 4 / 5 - 1).seenHost(0).ready()).isFalse();
    assertThat(small.after(240 * 2 / 5 + 1).seenHost(0).ready()).isTrue();
  }

  @Test
  void whatHappensMeanwhileHappensAtItsInstantHoweverLateOneLooks() {
    small.firstHostOff();
    small.power.on(host(0));

    small.after(24 * 3600);

    assertThat(small.seenHost(0).ready()).isTrue();
    assertThat(small.centre.meter().boots()).isBetween(150 * 192 / 3.6e6, 150 * 288 / 3.6e6);
  }

  @Test
  void aHostThatIsSwitchedOffUnderItsGuestsIsAnIncidentForEach() {
    assertThat(small.power.softOff(host(0))).isEqualTo(Answer.DONE);

    assertThat(small.centre.log().incidents())
        .containsExactly(
            guest(0) + " went down with host host-0",
            guest(1) + " went down with host host-0",
            guest(2) + " went down with host host-0");
    assertThat(small.seenGuest(0).ready()).isZero();
    assertThat(small.seenHost(0).occupied()).isFalse();
  }

  @Test
  void aGuestOnItsWayToAHostThatGoesOffStaysWhereItIs() {
    small.sleep(3, 4, 5);
    small.after(60);
    small.hypervisor.drain(host(0), List.of(move(0, 0, 1)), action("drain/0#1"));

    small.power.softOff(host(1));

    assertThat(small.centre.log().incidents()).isEmpty();
    assertThat(small.after(120).seenGuest(0).on()).containsExactly(host(0));
    assertThat(small.seenGuest(0).ready()).isEqualTo(1);
  }

  @Test
  void aHostThatShutsDownIsNotSwitchedOnAndRepetitionsAreLoggedAsSuch() {
    small.sleep(0, 1, 2);
    small.after(60);
    small.power.softOff(host(0));
    assertThat(small.power.on(host(0))).isInstanceOf(Answer.Refused.class);
    small.power.softOff(host(0));
    small.after(60);
    small.power.on(host(0));
    small.power.on(host(0));

    assertThat(small.centre.log().effects().stream().filter(e -> e.action().isEmpty()))
        .extracting(Effect::verb, Effect::changed)
        .containsExactly(
            tuple("off", true),
            tuple("on", false),
            tuple("off", false),
            tuple("on", true),
            tuple("on", false));
  }

  @Test
  void aHostThatDoesNotWakeDrawsItsBootWattsUntilItIsRepaired() {
    var morning = new Trouble.DoesNotWake(host(0), START, START.plusSeconds(3600));
    var broken = new SmallCentre(morning).firstHostOff();
    broken.power.on(host(0));

    assertThat(broken.after(36_000).seenHost(0).power()).isEqualTo(Power.ON);
    assertThat(broken.seenHost(0).ready()).isFalse();
    assertThat(broken.centre.meter().boots()).isEqualTo(1.5, offset(1e-9));

    broken.centre.repair(host(0));
    assertThat(broken.after(240).seenHost(0).ready()).isTrue();
  }
}
