package dev.feierabend.sandbox.town;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.PowerSwitch;
import dev.feierabend.sandbox.load.GeneratedLoad;
import dev.feierabend.sandbox.load.SandboxLoad;
import dev.feierabend.sandbox.load.Towns;
import dev.feierabend.sandbox.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A rough week: somebody without a plan tells machines what to do, in all weathers.
class WeekTest {
  private static final int HOSTS = 40;
  private final Fleet fleet = Towns.parsed(new ThreeTowns(HOSTS, 5));

  private record Lived(List<Effect> effects, List<String> incidents, double used, String end) {}

  private Lived live(long seed, int days) {
    var time = new VirtualTime(ThreeTowns.START);
    var luck = new Luck(seed);
    var model = new GeneratedLoad(luck, ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    var centre = new DataCentre(fleet, model, time);
    Faults faults = Faults.of(seed, 0.05);
    var hypervisor = new Hypervisor(centre, faults, luck);
    var power = new PowerSwitch(centre, faults, luck);
    var load = new SandboxLoad(fleet, centre, model);
    var five = Duration.ofMinutes(5);
    time.every(
        ThreeTowns.START.plus(five),
        five,
        "tell",
        () -> {
          load.between(time.instant().minus(five), time.instant());
          tell(centre, hypervisor, power, luck, time);
        });
    time.runFor(Duration.ofDays(days));
    return new Lived(
        List.copyOf(centre.log().effects()),
        List.copyOf(centre.log().incidents()),
        centre.meter().used(),
        centre.observe().toString());
  }

  private static void tell(
      DataCentre centre, Hypervisor hypervisor, PowerSwitch power, Luck luck, VirtualTime time) {
    var seen = centre.observe();
    var action = new ActionId("tell@" + time.instant());
    for (Workload guest : seen.workloads().subList(0, 20)) {
      WorkloadId id = guest.id();
      double drawn = luck.of("tell", id, time.instant());
      if (drawn < 0.02) {
        hypervisor.sleep(new Step.Sleep(id, 0), action);
      } else if (drawn < 0.05) {
        hypervisor.wake(new Step.Wake(id, 1, 0, Optional.empty()), action);
      } else if (drawn < 0.06 && !guest.on().isEmpty()) {
        var to = seen.hosts().get((int) (luck.of("to", id, time.instant()) * HOSTS)).id();
        var from = guest.on().getFirst();
        hypervisor.drain(from, List.of(new Move(id, from, to)), action);
      }
    }
    for (Host host : seen.hosts().subList(0, 10)) {
      double drawn = luck.of("tell", host.id(), time.instant());
      if (drawn < 0.002) {
        power.softOff(host.id());
      } else if (drawn < 0.03) {
        power.on(host.id());
      }
    }
  }

  @Test
  void theSameSeedLivesTheSameDaysAndAnotherSeedOthers() {
    Lived days = live(11, 2);

    assertThat(days.effects()).hasSizeGreaterThan(200);
    assertThat(days.incidents()).isNotEmpty();
    assertThat(live(11, 2)).isEqualTo(days);
    assertThat(live(12, 2).effects()).isNotEqualTo(days.effects());
  }
}
