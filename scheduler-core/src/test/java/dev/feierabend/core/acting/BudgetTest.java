package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Instant NOW = Instant.parse("2026-11-24T04:30:00Z");
  private static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));
  private static final Owner BDORF = Owner.of(new TenantId("bdorf"));

  @Test
  void whatDoesNotComeBackTakesNobodyElsesPlace() {
    var hanging = IntStream.range(0, 3).mapToObj(number -> wake(AHAUSEN, number)).toList();
    var budget = new Budget(3, hanging);

    assertThat(budget.take(wake(AHAUSEN, 4))).isFalse();
    assertThat(IntStream.range(0, 3).allMatch(number -> budget.take(wake(BDORF, number)))).isTrue();
    assertThat(budget.take(wake(BDORF, 4))).isFalse();
  }

  @Test
  void hostsHavePlacesOfTheirOwn() {
    var budget = new Budget(1, List.of(wake(AHAUSEN, 1)));

    assertThat(IntStream.range(0, 4).allMatch(number -> budget.take(off(number)))).isTrue();
    assertThat(budget.take(off(4))).isFalse();
  }

  private static ActionIssued wake(Owner owner, int number) {
    var mail = new WorkloadId("deployment/office/mail-" + number);
    return issued(owner, new Step.Wake(mail, 1, 0, Optional.empty()), "wake/" + mail);
  }

  private static ActionIssued off(int number) {
    var host = MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
    return issued(Owner.OPERATOR, new Step.PowerOff(host), "power-off/" + host);
  }

  private static ActionIssued issued(Owner owner, Step step, String stem) {
    return new ActionIssued(
        owner,
        ActionId.of(stem + "@p", 1),
        step,
        "p",
        List.of(),
        Optional.empty(),
        Optional.empty(),
        NOW,
        1,
        false,
        NOW);
  }
}
