package dev.feierabend.kubernetes.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.fleet.Metered;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What holds of every source of utilisation, whoever measured it.
public abstract class LoadContract {
  protected static final Instant FROM = Instant.parse("2026-03-02T18:00:00Z");
  protected static final Instant TO = Instant.parse("2026-03-02T19:00:00Z");

  private static final PoolId OFFICE = new PoolId("office");
  private static final PoolId MACHINES = new PoolId("machines");
  private static final Metered MAIL =
      new Metered(OFFICE, "deployment/office/mail", List.of("office/mail-1", "office/mail-2"));
  private static final Metered HOST = new Metered(MACHINES, "host", List.of("n1"));

  /// What was used all the time of that hour: a pod's by `namespace/pod`, a node's by its name.
  protected record Used(String source, double cores, long mebibytes) {}

  /// Lets `asking` ask a source that measured this.
  protected abstract void measured(
      List<Used> used, List<Metered> members, Consumer<LoadSource> asking);

  @Test
  void aMembersLoadIsThatOfAllItsPods() {
    var used =
        List.of(
            new Used("office/mail-1", 0.25, 64),
            new Used("office/mail-2", 0.5, 32),
            new Used("n1", 1.5, 2048));

    measured(
        used,
        List.of(MAIL, HOST),
        source -> {
          assertThat(source.between(FROM, TO))
              .extracting(PoolLoad::pool, PoolLoad::coverage)
              .containsExactly(tuple(MACHINES, 1.0), tuple(OFFICE, 1.0));
          about(sample(source, OFFICE), "deployment/office/mail", 0.75, 96);
          about(sample(source, MACHINES), "host", 1.5, 2048);
        });
  }

  @Test
  void whereAPartIsMissingThereIsNoSampleAndTheCoverageTellsIt() {
    var used = List.of(new Used("office/mail-1", 0.25, 64), new Used("n1", 1.5, 2048));
    var web = new Metered(OFFICE, "deployment/office/web", List.of("office/mail-1"));

    measured(
        used,
        List.of(MAIL, web),
        source -> {
          PoolLoad office = source.between(FROM, TO).getFirst();
          assertThat(office.samples()).extracting(Sample::member).containsExactly(web.member());
          assertThat(office.coverage()).isEqualTo(0.5);
        });
  }

  @Test
  void whatNobodyOwnsIsNotTold() {
    measured(
        List.of(new Used("office/mail-1", 0.25, 64)),
        List.of(),
        source -> assertThat(source.between(FROM, TO)).isEmpty());
  }

  private static Sample sample(LoadSource source, PoolId pool) {
    return source.between(FROM, TO).stream()
        .filter(load -> load.pool().equals(pool))
        .findFirst()
        .orElseThrow()
        .samples()
        .getFirst();
  }

  private static void about(Sample sample, String member, double cores, long mebibytes) {
    assertThat(sample.member()).isEqualTo(member);
    assertThat(sample.cpuMean()).isCloseTo(cores, within(0.001));
    assertThat(sample.cpuPeak()).isCloseTo(cores, within(0.001));
    assertThat(sample.memoryMiB()).isEqualTo(mebibytes);
  }
}
