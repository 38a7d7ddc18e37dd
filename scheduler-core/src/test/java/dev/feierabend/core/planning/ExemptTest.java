package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.PlannedWorld.TENANT;
import static dev.feierabend.core.planning.WatchedPool.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.PlanCommand.RecordSkip;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What nobody puts to sleep, among three workloads that are released.
class ExemptTest {
  private final WatchedPool pool = new WatchedPool(3, 0);

  @Test
  void itStaysUpAndTheOthersSleep() {
    assertThat(plan(fleet(0)).windows()).containsOnlyKeys(id(1), id(2));
    assertThat(skips(fleet(0))).containsExactly(skipped(exemption(0)));
  }

  @Test
  void allOfACustomersAreToldAtOnce() {
    assertThat(plan(fleet(0, 2)).windows()).containsOnlyKeys(id(1));
    assertThat(skips(fleet(0, 2))).containsExactly(skipped(exemption(0), exemption(2)));
  }

  @Test
  void whatIsToldOfTonightAloneIsToldBefore() {
    pool.measured(1, 4, AT);

    assertThat(skips(fleet(0, 2)))
        .singleElement()
        .satisfies(skip -> assertThat(skip.reason()).isInstanceOf(Reason.Busy.class));
  }

  @Test
  void whatSleepsAlreadyIsLeftToItsWake() {
    pool.asleep(0, true);

    assertThat(plan(fleet(0)).windows()).containsOnlyKeys(id(0), id(1), id(2));
    assertThat(skips(fleet(0))).isEmpty();
  }

  @Test
  void whatNothingReleasesIsNotToldOf() {
    var other = new WorkloadId("guest/elsewhere");
    Snapshot fleet = fleet().exempting(new TreeMap<>(Map.of(other, exemption(0).of(other))));

    assertThat(skips(fleet)).isEmpty();
  }

  private Snapshot fleet(int... exempt) {
    SortedMap<WorkloadId, Exemption> exemptions = new TreeMap<>();
    for (int number : exempt) {
      exemptions.put(id(number), exemption(number));
    }
    return new Snapshot(AT, List.of(), pool.workloads(AT)).exempting(exemptions);
  }

  private static Exemption exemption(int number) {
    return new Exemption(id(number), Ground.DATA_LOST, "spec.retention: Delete");
  }

  private static RecordSkip skipped(Exemption... exemptions) {
    return new RecordSkip(Owner.of(TENANT), new Reason.Exempt(List.of(exemptions)), AT);
  }

  private PowerPlan plan(Snapshot fleet) {
    return PowerPlanner.plan(fleet, pool.released(), Demands.UNKNOWN, guards(fleet), AT);
  }

  private List<RecordSkip> skips(Snapshot fleet) {
    return Skips.of(fleet.workloads(), pool.released(), plan(fleet), guards(fleet), AT);
  }

  private Guards guards(Snapshot fleet) {
    var watch = new Watch(Vigilance.USUAL, pool);
    return new Guards(
        Rules.CAUTIOUS,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Staying.of(fleet, pool.released(), watch, AT),
        Set.of(),
        Optional.empty());
  }
}
