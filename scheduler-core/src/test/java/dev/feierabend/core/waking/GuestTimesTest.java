package dev.feierabend.core.waking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestTimesTest {
  private static final Duration TOLD = Duration.ofMinutes(5);
  private static final double SHARE = 0.999;
  private static final WorkloadId MAIL = new WorkloadId("guest/mail");
  private static final WorkloadId WEB = new WorkloadId("guest/web");
  private static final WorkloadId SHOP = new WorkloadId("deployment/town/shop");

  @Test
  void untilEnoughIsKnownOfAKindItIsWhatTheOperatorSays() {
    GuestTimes times = of(wakes(MAIL, "guest@", 4, 60), wakes(SHOP, "deployment@", 20, 30));

    assertThat(times.of(MAIL)).isEqualTo(TOLD);
    assertThat(times.of(SHOP)).isNotEqualTo(TOLD);
    assertThat(of().of(MAIL)).isEqualTo(TOLD);
  }

  @Test
  void oneThatNobodyKnowsIsAsItsKindInItsPlace() {
    GuestTimes times =
        of(
            wakes(MAIL, "guest@hall", 20, 60),
            wakes(WEB, "guest@hall", 0, 0),
            wakes(SHOP, "deployment@n", 20, 600));

    assertThat(times.of(WEB)).isEqualTo(times.of(MAIL)).isLessThan(times.of(SHOP));
  }

  @Test
  void theMoreIsKnownTheLessIsLeftForTheRestAndNeverLessThanItTook() {
    Duration little = of(wakes(MAIL, "guest@", 5, 60)).of(MAIL);
    Duration more = of(wakes(MAIL, "guest@", 20, 60)).of(MAIL);

    assertThat(more).isLessThan(little).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    assertThat(of(new Wakes(MAIL, "guest@", List.of(60, 60, 60, 60, 900))).of(MAIL))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(900));
  }

  @Test
  void theLongestCounts() {
    GuestTimes times = of(wakes(MAIL, "guest@", 20, 60), wakes(SHOP, "deployment@", 20, 600));

    assertThat(times.longest(List.of(MAIL, SHOP))).isEqualTo(times.of(SHOP));
    assertThat(times.longest()).isEqualTo(times.of(SHOP));
    assertThat(times.longest(List.of())).isEqualTo(TOLD);
  }

  private static GuestTimes of(Wakes... known) {
    return GuestTimes.of(List.of(known), TOLD, SHARE);
  }

  private static Wakes wakes(WorkloadId workload, String kind, int count, int seconds) {
    return new Wakes(workload, kind, Collections.nCopies(count, seconds));
  }
}
