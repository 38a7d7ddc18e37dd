package dev.feierabend.bench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-27T14:58:30Z");

  private final Schedule schedule = Schedule.after(NOW, Duration.ofSeconds(45));

  @Test
  void itBeginsAtTheFirstFullMinuteThatLeavesTimeToGetStarted() {
    assertThat(schedule.sleep()).isEqualTo("2026-11-27T15:00:00Z");
    assertThat(schedule.wake()).isEqualTo("2026-11-27T15:03:00Z");
    assertThat(schedule.local("HH:mm", schedule.sleep())).isEqualTo("16:00");
  }

  @Test
  void ourPolicyBeginsThenAndLastsAnHour() {
    var parsed =
        SchedulePolicyParser.parse("policy.yaml", Manifests.policy(schedule).getBytes(UTF_8));
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    var policy = ((Parsed.Valid<SchedulePolicy>) parsed).value();
    var evaluation = new Evaluation(HolidayCalendar.NONE);

    assertThat(evaluation.next(policy, NOW).map(Transition::at)).contains(schedule.sleep());
    assertThat(evaluation.next(policy, schedule.sleep()).map(Transition::at))
        .contains(schedule.sleep().plus(Duration.ofMinutes(59)));
  }

  @Test
  void ourFleetIsOne() {
    String fleet = Manifests.fleet(List.of("town-1", "town-2"));

    assertThat(FleetParser.parse("fleet.yaml", fleet.getBytes(UTF_8)))
        .isInstanceOf(Parsed.Valid.class);
  }
}
