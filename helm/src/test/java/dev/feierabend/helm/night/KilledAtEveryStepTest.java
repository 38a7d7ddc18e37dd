package dev.feierabend.helm.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One night of fifty workloads and six machines on a real control plane, in which the service is
/// killed (SIGKILL) at its steps: after something was recorded, or was done, and before anything
/// else, but what was begun abreast of it. `-Dkills=1000` lets each process take one step only; a
/// sample lets them take more.
class KilledAtEveryStepTest {
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int MANY = 100;

  /// How many steps a process takes in a sample; two nights of fifty workloads have some 350.
  private static final int SAMPLED = 71;

  private static final String AGENT = "feierabend/0.1.0";
  private static final Towns TOWNS = new Towns(17);
  private static final Towns.Date TONIGHT = Towns.Date.of(0);
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Duration A_MOMENT = Duration.ofSeconds(3);

  @TempDir Path folder;
  private int kills;

  @Test
  void whereverItIsKilledTheNightEndsAndEachObjectIsWrittenOnceAnEffect() throws IOException {
    var chronicle = new Chronicle(store());
    chronicle.agree(Towns.NAMES, Towns::policy);
    try (var town = new Town(TOWNS, folder)) {
      town.awaitDay();
      var specs = town.specs();

      killedUntil(FleetPort.Workload::asleep, TONIGHT.evening().minus(A_MOMENT), town);
      killedUntil(
          it -> !it.asleep() && it.ready() == it.replicas(), TONIGHT.wake().minus(A_MOMENT), town);

      System.out.printf(
          "KilledAtEveryStepTest: killed %d times; %d workloads, %d writes%n",
          kills, TOWNS.workloads().size(), writes(town).count());
      assertThat(kills).isGreaterThanOrEqualTo(Math.min(KILLS, MANY));
      assertThat(town.specs()).isEqualTo(specs);
      expectOneWriteAnEffect(town, chronicle);
      assertThat(chronicle.pending()).isEmpty();
      assertThat(chronicle.events(CapacityReady.class)).hasSize(Towns.NAMES.size());
      assertThat(chronicle.verified()).isInstanceOf(Verification.Intact.class);
    }
  }

  /// Starts and kills it, as often as is wanted, and lets the last one end what was begun.
  private void killedUntil(Predicate<FleetPort.Workload> shallBe, Instant from, Town town) {
    town.time.jump(from);
    int most = kills + (KILLS + 1) / 2;
    boolean done = false;
    while (!done) {
      String halt = kills < most ? "step " + (KILLS < MANY ? SAMPLED : 1) : Halt.NOWHERE;
      try (var service = ServiceProcess.start(folder, AGENT, halt, store(), "")) {
        service.itIs(town.time.instant());
        await().atMost(PATIENCE).until(() -> halted(service) || ended(shallBe, town, service));
        done = !halted(service);
        if (done) {
          service.stop();
        } else {
          kills++;
          System.out.printf("KilledAtEveryStepTest: kill %d at %s%n", kills, town.time.instant());
        }
      }
    }
  }

  private static boolean halted(ServiceProcess service) {
    return service.said(it -> it.startsWith(Halt.SAYS));
  }

  /// All that shall sleep or serve does, all machines are where they shall be, and that is known.
  private static boolean ended(
      Predicate<FleetPort.Workload> shallBe, Town town, ServiceProcess service) {
    boolean evening = town.time.instant().isBefore(TONIGHT.wake());
    return town.lookout.otherThan(TOWNS.sleepers().toList(), shallBe).isEmpty()
        && (evening ? town.lookout.settled() : town.lookout.inService() && reported(service))
        && service.quiet();
  }

  private static boolean reported(ServiceProcess service) {
    return Towns.NAMES.stream()
        .allMatch(town -> service.said(it -> it.startsWith("CapacityReady return/" + town)));
  }

  /// Each workload one for its sleep and one for its wake; each machine no more than was intended
  /// and no less than was concluded.
  private static void expectOneWriteAnEffect(Town town, Chronicle chronicle) {
    Map<String, Long> writes = counted(writes(town));
    assertThat(TOWNS.sleepers().map(it -> Towns.id(it).value()))
        .allSatisfy(it -> assertThat(writes).containsEntry(it, 2L));

    List<ActionIssued> issued = chronicle.events(ActionIssued.class);
    List<Step> completed = completed(issued, chronicle);
    Map<String, Long> intended = counted(written(issued.stream().map(ActionIssued::step)));
    Map<String, Long> concluded = counted(written(completed.stream()));
    assertThat(writes.keySet())
        .as("of what was completed: %s", completed)
        .containsAll(concluded.keySet())
        .isSubsetOf(intended.keySet());
    writes.forEach((object, count) ->
        assertThat(count)
            .as("writes of %s, of what was completed: %s", object, completed)
            .isBetween(concluded.getOrDefault(object, 0L), intended.get(object)));
  }

  private static List<Step> completed(List<ActionIssued> issued, Chronicle chronicle) {
    Set<ActionId> completed =
        chronicle.events(ActionCompleted.class).stream()
            .map(ActionCompleted::action)
            .collect(Collectors.toSet());
    return issued.stream()
        .filter(it -> completed.contains(it.action()))
        .map(ActionIssued::step)
        .toList();
  }

  /// The objects that steps write; emptying a machine writes to none.
  private static Stream<String> written(Stream<Step> steps) {
    return steps.filter(step -> !(step instanceof Step.Drain)).map(Step::subject);
  }

  private static Stream<String> writes(Town town) {
    return SeenEffects.of(town.path.answered()).stream().map(Effect::subject);
  }

  private static Map<String, Long> counted(Stream<String> objects) {
    return objects.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private String store() {
    return FaultyNight.store(folder);
  }
}
