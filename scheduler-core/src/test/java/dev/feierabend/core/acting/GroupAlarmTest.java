package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.kernel.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupAlarmTest {
  private static final Instant DUE = Instant.parse("2026-11-24T05:30:00Z");
  private static final Duration A_DAY = Duration.ofDays(1);

  private final GroupAlarm alarm = new GroupAlarm();

  @Test
  void whoIsLateForDaysIsSoundedOnce() {
    for (int hours = 0; hours < 72; hours++) {
      alarm.sound(List.of(late(DUE)), _ -> true, DUE.plus(Duration.ofHours(hours)));
    }

    assertThat(alarm.sounded()).isEqualTo(1);
  }

  @Test
  void whoIsLateAgainAnotherDayIsSoundedAgain() {
    alarm.sound(List.of(late(DUE)), _ -> true, DUE);
    alarm.sound(List.of(), _ -> true, DUE.plus(A_DAY).plusSeconds(1));
    Instant next = DUE.plus(A_DAY.multipliedBy(2));
    alarm.sound(List.of(late(next)), _ -> true, next);

    assertThat(alarm.sounded()).isEqualTo(2);
  }

  private static ReportLate late(Instant readyBy) {
    return new ReportLate(
        Owner.of(TinyFleet.AHAUSEN), "ahausen/rathaus#2", "it does not answer", readyBy, readyBy);
  }
}
