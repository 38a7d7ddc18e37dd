package dev.feierabend.kubernetes.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.fleet.Metered;
import dev.feierabend.policies.terms.PoolId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadsTest {
  private static final PoolId OFFICE = new PoolId("office");
  private static final PoolId MACHINES = new PoolId("machines");
  private static final Metered MAIL =
      new Metered(OFFICE, "deployment/office/mail", List.of("office/mail-1", "office/mail-2"));
  private static final Metered HOST =
      new Metered(MACHINES, "00000000-0000-0000-0000-000000000001", List.of("n1"));

  @Test
  void podsAddUpToTheirWorkload() {
    var loads =
        Loads.of(
            List.of(reading("office/mail-1", "0.25", 100), reading("office/mail-2", "0.5", 28)));

    assertThat(loads.pools(List.of(MAIL)))
        .containsExactly(
            new PoolLoad(
                OFFICE,
                1,
                List.of(new Sample("deployment/office/mail", 0.75, 0.75, 128, Optional.empty()))));
  }

  @Test
  void aWorkloadOfWhichAPartIsMissingHasNoSampleAndCoverageTellsSo() {
    var loads = Loads.of(List.of(reading("office/mail-1", "0.25", 100)));

    assertThat(loads.pools(List.of(MAIL)))
        .singleElement()
        .satisfies(load -> {
          assertThat(load.samples()).isEmpty();
          assertThat(load.coverage()).isZero();
        });
  }

  @Test
  void poolsAreApart() {
    var loads = Loads.of(List.of(reading("n1", "2", 4096), reading("nobodys/pod", "9", 9)));

    assertThat(loads.pools(List.of(MAIL, HOST)))
        .containsExactly(
            new PoolLoad(
                MACHINES,
                1,
                List.of(
                    new Sample(
                        "00000000-0000-0000-0000-000000000001", 2, 2, 4096, Optional.empty()))),
            new PoolLoad(OFFICE, 1, List.of()));
  }

  private static Reading reading(String source, String cores, long mebibytes) {
    return new Reading(
        source,
        Instant.EPOCH,
        Instant.EPOCH,
        new BigDecimal(cores),
        BigDecimal.valueOf(mebibytes << 20));
  }
}
