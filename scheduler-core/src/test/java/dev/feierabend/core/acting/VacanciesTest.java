package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.TinyFleet.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Layers;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// When a guest that is a host may be told to start.
class VacanciesTest {
  private static final Instant AT = Instant.parse("2026-11-24T05:00:00Z");
  private static final Resources ROOM = new Resources(16, 64 * 1024);
  private static final Resources HALF = new Resources(8, 32 * 1024);
  private static final Workload FIRST = asleep(1);
  private static final Workload SECOND = asleep(2);
  private static final Workload THIRD = asleep(3);

  @Test
  void asManyBeginAsThereIsRoomForWhileMoreHostsAreOnTheirWay() {
    var vacancies = new Vacancies(world(new Reason.Needed()));

    assertThat(vacancies.seat(FIRST)).isTrue();
    assertThat(vacancies.seat(SECOND)).isTrue();
    assertThat(vacancies.seat(THIRD)).isFalse();
  }

  @Test
  void whereNobodyElseComesItIsTheHypervisorsToSayThatThereIsNoRoom() {
    var vacancies = new Vacancies(world(new Reason.Quarantined("did not wake")));

    assertThat(List.of(vacancies.seat(FIRST), vacancies.seat(SECOND), vacancies.seat(THIRD)))
        .containsOnly(true);
  }

  /// One host serves and one is off, for which `second` is said.
  private static World world(Reason second) {
    var fleet =
        new Snapshot(
            AT,
            List.of(machine(0, Power.ON), machine(1, Power.OFF)),
            List.of(FIRST, SECOND, THIRD));
    List<HostAim> aims =
        List.of(
            new HostAim(host(0), true, new Reason.Needed()), new HostAim(host(1), true, second));
    return new World(
        fleet,
        new PowerPlan(aims, List.of(), List.of(), "inputs"),
        new TreeMap<>(),
        Set.of(),
        _ -> Optional.empty(),
        _ -> true,
        Layers.of(fleet));
  }

  private static Host machine(int number, Power power) {
    return new Host(
        host(number),
        "host-" + number,
        TinyFleet.HOSTS,
        ROOM,
        new Energy(PowerCurve.between(100, 250), 8, Duration.ofMinutes(4), 180),
        power,
        power == Power.ON,
        false,
        Optional.empty(),
        false,
        AT);
  }

  private static Workload asleep(int number) {
    return new Workload(
        guest(number),
        "n" + number,
        TinyFleet.HOSTS,
        TinyFleet.AHAUSEN,
        HALF,
        0,
        0,
        List.of(),
        Mobility.MIGRATED,
        Map.of(),
        Optional.empty(),
        AT);
  }
}
