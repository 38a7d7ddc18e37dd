package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.Town.AFTERNOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.planning.Canary;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.core.planning.Staging.By;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Which guests of a town sleep first.
class CanaryTest {
  private static final long SEED = Long.getLong("seed", 20261127);
  private static final List<String> TIERS = List.of("other", "front", "middle", "database");
  private static final String ORDER =
      """
        order:
          - {workloads: {labels: {tier: front}}}
          - {workloads: {labels: {tier: middle}}}
          - {workloads: {labels: {tier: database}}}
      """;

  @Test
  void theShareIsKeptAndIsTheSameInWhateverOrderTheFleetIsTold() {
    Town town = town(10, "");
    var turned = new ArrayList<>(town.fleet.observe().workloads());
    Collections.reverse(turned);

    var first = first(town, new Staging(0.25, By.WORKLOAD, Duration.ZERO));

    assertThat(first).hasSize(5);
    assertThat(first)
        .isEqualTo(first(turned, town, new Staging(0.25, By.WORKLOAD, Duration.ZERO)))
        .containsAll(first(town, new Staging(0.1, By.WORKLOAD, Duration.ZERO)));
  }

  @Test
  void whatSleepsGoesOnSleepingWhateverOthersBringOrTakeAwayAtNight() {
    Town town = new Town(10, Mode.STAGED);
    town.agree();
    town.until(Town.EVENING.plus(Duration.ofHours(1)));
    var standing = town.memory.plans().standing();
    var asleep = standing.orElseThrow().windows().keySet();
    var fewer =
        town.fleet.observe().workloads().stream()
            .filter(it -> asleep.contains(it.id()) || it.id().value().endsWith("1"))
            .toList();
    var canary = new Canary(new Staging(0.1, By.WORKLOAD, Duration.ZERO), AFTERNOON);
    var active = town.memory.agreements().active();

    assertThat(asleep).hasSize(2);
    assertThat(canary.notYet(fewer, active, Optional.empty()).keySet())
        .containsAnyElementsOf(asleep);
    assertThat(canary.notYet(fewer, active, standing).keySet()).doesNotContainAnyElementsOf(asleep);
  }

  @Test
  void whatSleptBeforeAStageBeganIsDrawnAnew() {
    Town town = new Town(10, Mode.ACTIVE);
    town.agree();
    town.until(Town.EVENING.plus(Duration.ofHours(1)));
    var later = Town.EVENING.plus(Duration.ofMinutes(30));
    var canary = new Canary(new Staging(0.1, By.WORKLOAD, Duration.ZERO), later);

    var notYet =
        canary.notYet(
            town.fleet.observe().workloads(),
            town.memory.agreements().active(),
            town.memory.plans().standing());

    assertThat(notYet).hasSize(18);
  }

  @Test
  void aPoolIsTakenWholeWhereThatIsWished() {
    assertThat(first(town(10, ""), new Staging(0.1, By.POOL, Duration.ZERO))).hasSize(20);
  }

  @Test
  void nothingIsAmongTheFirstThatNoAgreementCovers() {
    var town = new Town(10, Mode.STAGED);

    assertThat(first(town, new Staging(1, By.WORKLOAD, Duration.ZERO))).isEmpty();
  }

  @Test
  void aGroupStaysTogetherAndIsNeverAmongTheFirstWithoutWhatGoesDownBeforeIt() {
    System.out.printf("CanaryTest: seed %d%n", SEED);
    var random = new SplittableRandom(SEED);
    Town town = town(10, ORDER);
    for (int round = 0; round < 100; round++) {
      for (int guest = 0; guest < 20; guest++) {
        String tier = TIERS.get(random.nextInt(4));
        town.fleet.labels.put(TinyFleet.guest(guest), Map.of("tier", tier));
      }
      double share = random.nextDouble(0.01, 1);
      holds(town, first(town, new Staging(share, By.WORKLOAD, Duration.ZERO)));
    }
  }

  private static void holds(Town town, TreeSet<WorkloadId> first) {
    assertThat(first).isNotEmpty();
    for (int rank = 1; rank < TIERS.size(); rank++) {
      String tier = TIERS.get(rank);
      var before = TIERS.subList(0, rank);
      boolean some = first.stream().anyMatch(id -> tier.equals(tier(town, id)));
      if (some) {
        assertThat(town.fleet.labels.keySet())
            .filteredOn(id -> before.contains(tier(town, id)) || tier.equals(tier(town, id)))
            .allMatch(first::contains);
      }
    }
  }

  private static String tier(Town town, WorkloadId guest) {
    return town.fleet.labels.getOrDefault(guest, Map.of()).getOrDefault("tier", "");
  }

  private static TreeSet<WorkloadId> first(Town town, Staging staging) {
    return first(town.fleet.observe().workloads(), town, staging);
  }

  private static TreeSet<WorkloadId> first(List<Workload> all, Town town, Staging staging) {
    List<Agreements.Entry> active = town.memory.agreements().active();
    var first = new TreeSet<WorkloadId>();
    all.forEach(workload -> first.add(workload.id()));
    first.removeAll(new Canary(staging, AFTERNOON).notYet(all, active, Optional.empty()).keySet());
    return first;
  }

  private static Town town(int hosts, String clauses) {
    return Town.agreed(hosts, clauses);
  }
}
