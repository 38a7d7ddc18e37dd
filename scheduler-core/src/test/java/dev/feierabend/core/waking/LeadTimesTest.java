package dev.feierabend.core.waking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PowerCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
  private static final double SHARE = 0.999;
  private static final Electricity SMALL = model(100);
  private static final Electricity LARGE = model(300);
  private static final MachineId ONE = host(1);
  private static final MachineId OTHER = host(2);

  @Test
  void whereNothingIsKnownWhatIsToldIsUsualAndMuchIsLeftForTheRest() {
    Lead lead = of(new Boots(ONE, SMALL, List.of()));

    assertThat(lead.usual()).isEqualTo(Duration.ofMinutes(4));
    assertThat(lead.cautious()).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(60));
  }

  @Test
  void aHostWithFewBootsIsMeasuredByThoseOfItsModel() {
    var known = new Boots(OTHER, SMALL, Collections.nCopies(20, 500));

    assertThat(of(new Boots(ONE, SMALL, List.of(300)), known).usual())
        .isBetween(Duration.ofSeconds(500), Duration.ofSeconds(520));
    assertThat(of(new Boots(ONE, LARGE, List.of(300)), known).usual())
        .isBetween(Duration.ofSeconds(240), Duration.ofSeconds(260));
    assertThat(of(new Boots(ONE, SMALL, Collections.nCopies(5, 300)), known).usual())
        .isEqualTo(Duration.ofSeconds(300));
  }

  @Test
  void theMoreIsKnownTheLessIsLeftForTheRest() {
    Duration little = of(new Boots(ONE, SMALL, Collections.nCopies(5, 240))).cautious();
    Duration more = of(new Boots(ONE, SMALL, Collections.nCopies(20, 240))).cautious();
    Duration much = of(many(SMALL, 200, 240)).cautious();

    assertThat(much).isLessThan(more).isEqualTo(Duration.ofSeconds(240));
    assertThat(more).isLessThan(little);
  }

  @Test
  void whatIsRareIsLearnedFromTheOthersAndLaterFromTheModelAlone() {
    var rare = new ArrayList<>(Collections.nCopies(19, 240));
    rare.add(2_400);

    assertThat(
            of(new Boots(ONE, SMALL, Collections.nCopies(20, 240)), new Boots(OTHER, LARGE, rare)))
        .matches(lead -> lead.cautious().compareTo(Duration.ofMinutes(40)) > 0);
    var all = new ArrayList<>(List.of(many(SMALL, 200, 240)));
    all.add(new Boots(OTHER, LARGE, rare));
    assertThat(LeadTimes.of(all, SHARE).of(ONE, SMALL.boot()).cautious())
        .isEqualTo(Duration.ofSeconds(240));
  }

  @Test
  void noHostIsReckonedWithLessThanItTookAlready() {
    var all = new ArrayList<>(List.of(many(SMALL, 400, 240)));
    all.removeFirst();
    all.addFirst(new Boots(ONE, SMALL, List.of(240, 240, 240, 240, 240, 900)));

    assertThat(LeadTimes.of(all, 0.9).of(ONE, SMALL.boot()).cautious())
        .isEqualTo(Duration.ofSeconds(900));
  }

  private static Lead of(Boots... known) {
    return LeadTimes.of(List.of(known), SHARE).of(ONE, SMALL.boot());
  }

  private static Boots[] many(Electricity model, int hosts, int seconds) {
    var all = new Boots[hosts];
    for (int i = 0; i < hosts; i++) {
      all[i] = new Boots(host(i == 0 ? 1 : 100 + i), model, Collections.nCopies(20, seconds));
    }
    return all;
  }

  private static Electricity model(double idle) {
    return new Electricity(PowerCurve.between(idle, 2 * idle), 8, Duration.ofMinutes(4), 150);
  }

  private static MachineId host(int number) {
    return MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
  }
}
