package dev.feierabend.policies.templates;

import static dev.feierabend.policies.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final TenantId TENANT = new TenantId("ahausen");
  private static final SortedSet<PoolId> POOLS =
      new TreeSet<>(Set.of(new PoolId("ahausen-office"), new PoolId("ahausen:db/1")));

  @Test
  void theTownHallSleepsAtNightButNotWhileTheCouncilMeets() {
    SchedulePolicy policy = policy(Templates.townHall("rathaus", TENANT, POOLS));

    assertThat(policy.name()).isEqualTo("rathaus");
    assertThat(policy.tenants()).containsExactly(TENANT);
    assertThat(policy.selects().pools()).isEqualTo(POOLS);
    assertThat(asleep(policy, "2026-06-16T21:00")).isTrue();
    assertThat(asleep(policy, "2026-06-18T21:00")).isFalse();
    assertThat(asleep(policy, "2026-06-21T12:00")).isTrue();
    assertThat(asleep(policy, "2026-06-16T06:30")).isFalse();
  }

  @Test
  void theSchoolSleepsOutsideOfItsDay() {
    SchedulePolicy policy = policy(Templates.school("grundschule", TENANT, POOLS));

    assertThat(asleep(policy, "2026-06-16T19:00")).isTrue();
    assertThat(asleep(policy, "2026-06-16T08:00")).isFalse();
    assertThat(asleep(policy, "2026-06-20T12:00")).isTrue();
  }

  @Test
  void theBackupSleepsByDay() {
    SchedulePolicy policy = policy(Templates.nightBackup("backup", TENANT, POOLS));

    assertThat(asleep(policy, "2026-06-16T12:00")).isTrue();
    assertThat(asleep(policy, "2026-06-16T23:00")).isFalse();
    assertThat(asleep(policy, "2026-06-20T12:00")).isFalse();
  }

  @Test
  void aNameThatIsNoneIsNotWrittenIntoADocument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Templates.school("x\", tenant: \"bdorf", TENANT, POOLS));
  }

  private static boolean asleep(SchedulePolicy policy, String local) {
    var at = LocalDateTime.parse(local).atZone(policy.zone()).toInstant();
    return Documents.EVALUATION.at(policy, at) instanceof Verdict.Asleep;
  }
}
