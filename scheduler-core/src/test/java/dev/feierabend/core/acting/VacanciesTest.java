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

/// Where what comes back goes, and when a guest that is a host may be told to start.
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

  /// The roomiest would have to be left again.
  @Test
  void nobodyStartsWhereAHostIsAboutToGoUnlessThereIsNoOtherPlace() {
    var vacancies = new Vacancies(leaving());

    assertThat(vacancies.taken(FIRST)).contains(host(0));
    assertThat(vacancies.taken(SECOND)).contains(host(0));
    assertThat(vacancies.taken(THIRD)).contains(host(1));
  }

  /// Two hosts serve, of which the second, with more room, shall be off.
  private static World leaving() {
    return world(
        List.of(machine(0, ROOM, Power.ON), machine(1, ROOM.times(2), Power.ON)),
        new HostAim(host(1), false, new Reason.Unneeded(AT.plus(Duration.ofHours(2)))));
  }

  /// One host serves and one is off, for which `second` is said.
  private static World world(Reason second) {
    return world(
        List.of(machine(0, ROOM, Power.ON), machine(1, ROOM, Power.OFF)),
        new HostAim(host(1), true, second));
  }

  private static World world(List<Host> hosts, HostAim second) {
    var fleet = new Snapshot(AT, hosts, List.of(FIRST, SECOND, THIRD));
    List<HostAim> aims = List.of(new HostAim(host(0), true, new Reason.Needed()), second);
    return new World(
        fleet,
        new PowerPlan(aims, List.of(), List.of(), "inputs"),
        new TreeMap<>(),
        Set.of(),
        _ -> Optional.empty(),
        _ -> true,
        Layers.of(fleet));
  }

  private static Host machine(int number, Resources room, Power power) {
    return new Host(
        host(number),
        "host-" + number,
        TinyFleet.HOSTS,
        room,
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
