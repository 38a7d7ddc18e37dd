package dev.feierabend.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.time.VirtualTime;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxLoadTest {
  private static final long SEED = 3;
  private final ThreeTowns towns = new ThreeTowns(4, SEED);
  private final VirtualTime time = new VirtualTime(ThreeTowns.START);
  private final GeneratedLoad model =
      new GeneratedLoad(new Luck(SEED), ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
  private final DataCentre centre = new DataCentre(Towns.parsed(towns), model, time);
  private final SandboxLoad load = new SandboxLoad(Towns.parsed(towns), centre, model);

  private static Sample host(List<PoolLoad> loads) {
    return loads.stream()
        .filter(pool -> pool.pool().value().equals("hosts"))
        .findFirst()
        .orElseThrow()
        .samples()
        .getFirst();
  }

  @Test
  void everyGuestAndHostIsMeasuredOnceAndHostsTellTheirWatts() {
    time.runFor(Duration.ofHours(1));

    List<PoolLoad> loads = load.between(ThreeTowns.START, time.instant());

    assertThat(loads).allMatch(pool -> pool.coverage() == 1);
    assertThat(loads.stream().flatMap(pool -> pool.samples().stream()).map(Sample::member))
        .hasSize(4 + 20)
        .doesNotHaveDuplicates();
    assertThat(loads)
        .allSatisfy(pool ->
            assertThat(pool.samples())
                .allMatch(s -> s.watts().isPresent() == pool.pool().value().equals("hosts")));
  }

  @Test
  void whatHostsMeasureAddsUpToWhatTheMeterSays() {
    Instant nine = ThreeTowns.START.plus(Duration.ofHours(9)).plusSeconds(100);
    time.runUntil(nine);
    double before = centre.meter().used();
    time.runFor(Duration.ofMinutes(47));

    double watts =
        load.between(nine, time.instant()).stream()
            .flatMap(pool -> pool.samples().stream())
            .mapToDouble(sample -> sample.watts().orElse(0.0))
            .sum();

    assertThat(watts * 47 / 60 / 1000).isEqualTo(centre.meter().used() - before, offset(1e-5));
  }

  @Test
  void aHostsLoadIsItsGuests() {
    Instant from = ThreeTowns.START.plus(Duration.ofHours(9));
    time.runUntil(from.plus(Duration.ofHours(1)));
    var guests = centre.observe().workloads();
    List<PoolLoad> loads = load.between(from, time.instant());
    Sample host = host(loads);

    double sum =
        loads.stream()
            .flatMap(pool -> pool.samples().stream())
            .filter(sample ->
                guests.stream()
                    .filter(guest -> guest.id().value().equals(sample.member()))
                    .anyMatch(guest -> guest.on().getFirst().toString().equals(host.member())))
            .mapToDouble(Sample::cpuMean)
            .sum();

    assertThat(host.cpuMean()).isEqualTo(sum, offset(0.005)).isPositive();
    assertThat(host.cpuPeak()).isGreaterThan(host.cpuMean());
  }

  @Test
  void anEmptyIntervalHasNoLoad() {
    assertThat(load.between(ThreeTowns.START, ThreeTowns.START)).isEmpty();
  }
}
