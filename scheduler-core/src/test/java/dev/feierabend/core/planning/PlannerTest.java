package dev.feierabend.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.planning.PlanCommand.RecordPlan;
import dev.feierabend.core.planning.Planner.Planned;
import dev.feierabend.core.planning.Planner.SetAside;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final int WORLDS = 100;
  private static final SetAside NOTHING =
      new SetAside(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeSet<>(),
          Supervision.NONE,
          Rising.NONE,
          Optional.empty(),
          Watch.NONE);

  private static Planner planner(PlannedWorld world, Plans plans) {
    return new Planner(
        new Agreements(),
        new Exceptions(),
        plans,
        Mode.ACTIVE,
        world.guards().rules(),
        new Evaluation(HolidayCalendar.NONE));
  }

  private static Planned planned(PlannedWorld world, Plans plans) {
    return planner(world, plans).plan(world.fleet(), Demands.UNKNOWN, NOTHING, world.at());
  }

  private static List<PlanDecided> decided(Planned planned) {
    return planned.records().stream()
        .filter(RecordPlan.class::isInstance)
        .map(record -> ((RecordPlan) record).part())
        .toList();
  }

  private static Plans standing(Planned planned) {
    var plans = new Plans();
    plans.recall(new Plans.Parts(decided(planned)));
    return plans;
  }

  @Test
  void aPlanToBeRecordedNamesItsInputs() {
    LongStream.rangeClosed(1, WORLDS)
        .mapToObj(PlannedWorld::generated)
        .forEach(world -> {
          Planned planned = planned(world, new Plans());
          assertThat(planned.plan().inputs()).matches("[0-9a-f]{64}");
          assertThat(decided(planned))
              .isNotEmpty()
              .allSatisfy(part -> assertThat(part.inputs()).isEqualTo(planned.plan().inputs()));
        });
  }

  @Test
  void whatIsOnlyPlayedIsTheSameButForThat() {
    LongStream.rangeClosed(1, WORLDS)
        .mapToObj(PlannedWorld::generated)
        .forEach(world -> {
          Planned planned = planned(world, new Plans());
          Planned played =
              planner(world, new Plans())
                  .played(world.fleet(), Demands.UNKNOWN, NOTHING, world.at());
          assertThat(played.plan().inputs()).isEmpty();
          assertThat(played.plan().from(planned.plan().inputs())).isEqualTo(planned.plan());
          assertThat(played.busy()).isEqualTo(planned.busy());
          assertThat(played.beginnings()).isEqualTo(planned.beginnings());
          assertThat(played.records()).hasSameSizeAs(planned.records());
        });
  }

  @Test
  void norIsAPlanRecordedThatWantsWhatTheOneInForceDoes() {
    var world = PlannedWorld.generated(1);
    Planned again = planned(world, standing(planned(world, new Plans())));
    assertThat(again.plan().inputs()).isEmpty();
    assertThat(decided(again)).isEmpty();
  }
}
