package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Places;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final PoolId EAST = new PoolId("east-hosts");
  private static final PoolId WEST = new PoolId("west-hosts");
  private static final PoolId EAST_OFFICE = new PoolId("east-office");
  private static final PoolId WEST_OFFICE = new PoolId("west-office");
  private static final Map<PoolId, String> PLACES =
      Map.of(EAST, "east", EAST_OFFICE, "east", WEST, "west", WEST_OFFICE, "west");
  private static final Guards GUARDS = Guards.of(new Rules(1, 0, 0.8, Duration.ofMinutes(5)));

  private final List<Host> hosts =
      List.of(host(0, EAST), host(1, EAST), host(2, WEST), host(3, WEST));
  private final List<Workload> workloads =
      List.of(
          guest(0, EAST_OFFICE),
          guest(1, EAST_OFFICE),
          guest(2, WEST_OFFICE),
          guest(3, WEST_OFFICE));

  @Test
  void whatRunsInOnePlaceNeverCountsOnTheHostsOfAnother() {
    PowerPlan one = plan(new Snapshot(AT, hosts, workloads), AT);
    PowerPlan two = plan(in(Set.of()), AT);

    assertThat(one.hostsOff()).hasSize(3);
    assertThat(two.hostsOff()).containsExactly(machine(1), machine(3));
    assertThat(two.hosts()).extracting(HostAim::host).isSorted().hasSize(4);
  }

  @Test
  void aFleetInOnePlaceIsPlannedAsOne() {
    var fleet = new Snapshot(AT, hosts, workloads);

    assertThat(Part.of(fleet)).singleElement().extracting(Part::fleet).isEqualTo(fleet);
    assertThat(plan(fleet, AT).inputs())
        .isEqualTo(PowerPlanner.plan(fleet, released(), Demands.UNKNOWN, GUARDS, AT).inputs());
  }

  @Test
  void whatHasNotBeenSeenSleepsOnAsPlannedUntilItsWakeIsDue() {
    PowerPlan standing = plan(in(Set.of()), AT);
    var blind =
        new Snapshot(AT, hosts, workloads.subList(0, 2), new Places(PLACES, Set.of("west")));
    Instant due = standing.sleepers().getFirst().window().wakeAt();

    assertThat(sleepers(standingOn(standing, blind, AT))).isEqualTo(sleepers(standing));
    assertThat(sleepers(standingOn(standing, blind, due)))
        .doesNotContain(workloads.get(2).id(), workloads.get(3).id());
  }

  @Test
  void wherePlacesHaveTheirLeastTheFleetHasTheirSum() {
    assertThat(plan(in(Set.of()), AT).least()).contains(2);
  }

  /// Nothing sleeps in the east. A person's host that is off comes back with the others.
  @Test
  void whereNoneMayGoAllAreTheLeast() {
    var hosts = new ArrayList<>(this.hosts);
    hosts.set(1, in(EAST, PlannedWorld.host(1, Power.OFF)));
    var fleet = new Snapshot(AT, hosts, workloads, new Places(PLACES, Set.of()));
    var released = released();
    released.keySet().removeAll(Set.of(workloads.get(0).id(), workloads.get(1).id()));

    PowerPlan plan = plan(fleet, released, leftToPerson(machine(1)));

    assertThat(plan.hostsOff()).containsExactly(machine(3));
    assertThat(plan.least()).contains(3);
  }

  /// Of the three that the east is told to have one might have gone.
  @Test
  void whatCannotBePlannedInAPlaceHasTheLeastThatIsAgreed() {
    var hosts = new ArrayList<>(this.hosts);
    hosts.add(1, hosts.getFirst());
    var fleet = new Snapshot(AT, hosts, workloads, new Places(PLACES, Set.of()));

    PowerPlan plan = plan(fleet, released(), GUARDS);

    assertThat(plan.hostsOff()).containsExactly(machine(3));
    assertThat(plan.least()).contains(3);
  }

  @Test
  void onceThereIsADrillInOnePlaceThereIsNoneInAnother() {
    var places = new ArrayList<>(hosts);
    places.addAll(List.of(host(4, EAST), host(5, WEST)));
    var fleet = new Snapshot(AT, places, workloads, new Places(PLACES, Set.of()));

    PowerPlan plan =
        Draft.together(Part.each(Part.of(fleet), undrilled(places), this::plan)).plan();

    assertThat(plan.hostsOff()).containsExactly(machine(0));
    assertThat(plan.hosts())
        .extracting(HostAim::reason)
        .filteredOn(Reason.NeverDrilled.class::isInstance)
        .hasSize(5);
  }

  private Draft plan(Part part, Guards guards) {
    return PowerPlanner.draft(part.fleet(), released(), Demands.UNKNOWN, guards, AT);
  }

  /// Nobody is known to wake, and each may be drilled.
  private static Guards undrilled(List<Host> hosts) {
    var due = new TreeMap<MachineId, Reason.OfDrill>();
    hosts.forEach(host -> due.put(host.id(), new Reason.NeverDrilled()));
    List<Trial> trials =
        due.keySet().stream()
            .map(host ->
                new Trial(host, Optional.empty(), Optional.empty(), Duration.ofMinutes(5), false))
            .toList();
    return new Guards(
        GUARDS.rules(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Set.of(),
        new TreeMap<>(),
        new TreeSet<>(),
        new Supervision(due, trials),
        Optional.empty());
  }

  private static PowerPlan plan(
      Snapshot fleet, SortedMap<WorkloadId, Sleeper> released, Guards guards) {
    return Draft.together(
            Part.of(fleet).stream()
                .map(
                    part -> PowerPlanner.draft(part.fleet(), released, Demands.UNKNOWN, guards, AT))
                .toList())
        .recorded();
  }

  private static Guards leftToPerson(MachineId host) {
    var left = new TreeMap<>(Map.of(host.toString(), AT.plus(Duration.ofHours(1))));
    return new Guards(
        GUARDS.rules(),
        new TreeMap<>(),
        new TreeMap<>(),
        left,
        new TreeMap<>(),
        new TreeMap<>(),
        Set.of(),
        Optional.empty());
  }

  private Snapshot in(Set<String> unseen) {
    return new Snapshot(AT, hosts, workloads, new Places(PLACES, unseen));
  }

  private PowerPlan plan(Snapshot fleet, Instant at) {
    return Draft.together(
            Part.of(fleet).stream()
                .map(part ->
                    PowerPlanner.draft(part.fleet(), released(), Demands.UNKNOWN, GUARDS, at))
                .toList())
        .recorded();
  }

  private PowerPlan standingOn(PowerPlan standing, Snapshot fleet, Instant at) {
    return Draft.together(
            Part.of(fleet).stream()
                .map(part -> {
                  Guards guards = GUARDS.with(GUARDS.rules(), Optional.of(part.of(standing)));
                  Draft decided =
                      PowerPlanner.draft(part.fleet(), released(), Demands.UNKNOWN, guards, at);
                  return part.seen()
                      ? decided
                      : decided.changed(plan -> part.asleepStill(plan, guards.standing(), at));
                })
                .toList())
        .recorded();
  }

  private static List<WorkloadId> sleepers(PowerPlan plan) {
    return plan.sleepers().stream().map(Sleeper::workload).toList();
  }

  private TreeMap<WorkloadId, Sleeper> released() {
    return PlannedWorld.of(hosts, workloads, workloads, GUARDS).released();
  }

  private static MachineId machine(int number) {
    return PlannedWorld.machine(number);
  }

  private static Host host(int number, PoolId pool) {
    return in(pool, PlannedWorld.host(number, Power.ON));
  }

  private static Host in(PoolId pool, Host host) {
    return new Host(
        host.id(),
        host.name(),
        pool,
        host.capacity(),
        host.energy(),
        host.power(),
        host.ready(),
        host.cordoned(),
        host.protection(),
        host.occupied(),
        host.seen());
  }

  private static Workload guest(int number, PoolId pool) {
    Workload guest = PlannedWorld.guest(number, number, new SplittableRandom(1));
    return new Workload(
        guest.id(),
        guest.name(),
        pool,
        guest.tenant(),
        guest.size(),
        guest.replicas(),
        guest.ready(),
        guest.on(),
        guest.mobility(),
        guest.labels(),
        guest.restore(),
        guest.seen());
  }
}
