package dev.feierabend.app.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.reporting.Sentences;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Of plans somebody is told where not everything has room.
class TopicTest {
  private static final PlanDecided CROWDED = plan(new Reason.NoRoom("cores"));

  @Test
  void aPlanThatLeavesEverythingOnForLackOfRoomIsAnAlarm() {
    assertThat(Topic.of(CROWDED)).contains(Topic.ALARMS);
  }

  @Test
  void anyOtherPlanIsNoNews() {
    assertThat(Topic.of(plan(new Reason.Settled()))).isEmpty();
  }

  @Test
  void theAlarmSaysWhatHasNoRoomInBothLanguages() {
    assertThat(told(Locale.ENGLISH))
        .isEqualTo(
            "Planned (active): 1 of 1 hosts stay on: not everything has room (cores), so everything is on.");
    assertThat(told(Locale.GERMAN))
        .isEqualTo(
            "Geplant (aktiv): 1 von 1 Hosts bleiben an: nicht alles hat Platz (Kerne), deshalb ist alles an.");
  }

  private static String told(Locale locale) {
    return new Sentences(locale, ZoneOffset.UTC, UnaryOperator.identity()).of(CROWDED);
  }

  private static PlanDecided plan(Reason reason) {
    return new PlanDecided(
        Owner.OPERATOR,
        "plan/1",
        Mode.ACTIVE,
        List.of(new HostAim(Diary.HOST, true, reason)),
        List.of(),
        List.of(),
        Optional.empty(),
        "0".repeat(64),
        Optional.empty(),
        Instant.EPOCH);
  }
}
