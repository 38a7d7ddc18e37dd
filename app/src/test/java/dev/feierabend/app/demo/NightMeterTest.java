package dev.feierabend.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NightMeterTest {
  private static final Instant SIX = Instant.parse("2026-05-11T18:00:00Z");
  private static final Offset<Double> EXACTLY = within(1e-9);

  private final NightMeter meter = new NightMeter();

  @Test
  void aHostThatIsOffUsesItsStandbyAndOneThatBootsWhatABootUses() {
    meter.look(at(0, host(1, Power.ON, true), host(2, Power.OFF, false)));
    meter.look(at(60, host(1, Power.ON, true), host(2, Power.ON, false)));
    meter.look(at(120, host(1, Power.ON, true), host(2, Power.ON, true)));

    assertThat(meter.energy().used()).isEqualTo(0.1 + 0.005 + 0.1 + 0.2, EXACTLY);
    assertThat(meter.energy().everythingOn()).isEqualTo(0.4, EXACTLY);
    assertThat(meter.energy().boots()).isEqualTo(0.2, EXACTLY);
  }

  @Test
  void hostsAreCountedAtTheEndOfEachHour() {
    meter.look(at(0, host(1, Power.ON, true), host(2, Power.ON, true)));
    meter.look(at(59, host(1, Power.ON, true), host(2, Power.OFF, false)));
    meter.look(at(60, host(1, Power.ON, true), host(2, Power.ON, true)));

    assertThat(meter.hostsOn()).containsExactly(1, 2);
  }

  private static Snapshot at(int minutes, Host... hosts) {
    return new Snapshot(SIX.plus(Duration.ofMinutes(minutes)), List.of(hosts), List.of());
  }

  /// Idle: 100 W, off: 5 W, booting: 200 W.
  private static Host host(int number, Power power, boolean ready) {
    return new Host(
        MachineId.of("00000000-0000-0000-0000-00000000000" + number),
        "node-" + number,
        new PoolId("machines"),
        new Resources(4, 16384),
        new Energy(PowerCurve.between(100, 300), 5, Duration.ofMinutes(3), 200),
        power,
        ready,
        false,
        Optional.empty(),
        false,
        SIX);
  }
}
