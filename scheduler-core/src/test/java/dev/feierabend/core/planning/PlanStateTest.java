package dev.feierabend.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanCommand.BeginStage;
import dev.feierabend.core.planning.PlanCommand.RecordSkip;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.PlanningEvent.StageBegun;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanStateTest {
  private static final Instant AT = Instant.parse("2026-11-23T19:00:00Z");
  private static final StageBegun SHARE =
      new StageBegun(Stage.SHARE, 10, Optional.of("host-7 is late"), AT);

  @Test
  void aStageIsTheOperatorsAndRecordedAsItBegins() {
    var begin = new BeginStage(Stage.SHARE, 10, Optional.of("host-7 is late"), AT);

    assertThat(PlanState.NONE.decide(begin)).isEqualTo(Decision.of(SHARE));
    assertThat(begin.target()).isEqualTo(SHARE.aggregate()).isEqualTo("plan/" + Owner.OPERATOR);
  }

  @Test
  void aStageForgetsNothingOfWhatWasSaidBefore() {
    var reason = new Reason.Staged(10, AT);
    PlanState told = PlanState.NONE.evolve(new PlanSkipped(Owner.OPERATOR, reason, AT));

    assertThat(told.evolve(SHARE)).isEqualTo(told);
    assertThat(told.evolve(SHARE).decide(new RecordSkip(Owner.OPERATOR, reason, AT)))
        .isEqualTo(Decision.nothing());
  }
}
