package dev.feierabend.kubernetes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.fleet.Metered;
import dev.feierabend.kubernetes.metrics.LoadContract;
import dev.feierabend.kubernetes.metrics.Prometheus.Place;
import dev.feierabend.kubernetes.metrics.PrometheusLoad;
import dev.feierabend.kubernetes.metrics.PrometheusLoad.Asking;
import dev.feierabend.kubernetes.metrics.Queries;
import dev.feierabend.kubernetes.metrics.Trace;
import dev.feierabend.kubernetes.metrics.Trace.Hours;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.testservers.Prometheus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The contract on a real Prometheus, and what only one that remembers can tell.
class PrometheusOnRealServerTest extends LoadContract {
  private static final PoolId OFFICE = new PoolId("office");
  private static final Asking ASKING =
      new Asking(Queries.USUAL, Duration.ofMinutes(5), Duration.ofDays(14));

  private static final Metered MAIL =
      new Metered(OFFICE, "deployment/office/mail", List.of("office/mail-new-1"));

  private static final Hours HOURS = new Hours(FROM.minus(Duration.ofHours(1)), 2);

  private static final Metered HOST = new Metered(OFFICE, "host", List.of("n1"));

  @Override
  protected void measured(List<Used> used, List<Metered> members, Consumer<LoadSource> asking) {
    var trace = new Trace();
    var hours = new Hours(FROM.minus(Duration.ofHours(1)), 2);
    for (Used each : used) {
      String[] name = each.source().split("/", 2);
      if (name.length == 1) {
        trace.node(name[0], each.cores(), each.mebibytes(), hours);
      } else {
        trace.pod(name[0], name[1], each.cores(), each.mebibytes(), hours);
      }
    }
    try (var server = Prometheus.recorded(trace.toString())) {
      asking.accept(load(server, members));
    }
  }

  @Test
  void podsThatWereReplacedSinceCountForWhatTheyWereReplicasOf() {
    var before = new Hours(FROM.minus(Duration.ofHours(1)), 2);
    var after = new Hours(TO, 3);
    var trace =
        new Trace()
            .pod("office", "mail-old-1", 0.25, 64, before)
            .pod("office", "mail-old-2", 0.5, 32, before)
            .owned("office", "mail-old-1", "mail-old", "mail", before)
            .owned("office", "mail-old-2", "mail-old", "mail", before)
            .pod("office", "mail-new-1", 1, 128, after)
            .owned("office", "mail-new-1", "mail-new", "mail", after)
            .pod("office", "web-1", 3, 512, before)
            .owned("office", "web-1", "web-x", "web", before);
    try (var server = Prometheus.recorded(trace.toString())) {
      var load = load(server, List.of(MAIL));

      Sample then = only(load.between(FROM, TO)).samples().getFirst();
      assertThat(then.cpuPeak()).isCloseTo(0.75, within(0.001));
      assertThat(then.memoryMiB()).isEqualTo(96);
      Instant later = TO.plus(Duration.ofHours(1));
      Sample since =
          only(load.between(later, later.plus(Duration.ofHours(1)))).samples().getFirst();
      assertThat(since.cpuPeak()).isCloseTo(1, within(0.001));
    }
  }

  @Test
  void wattsAreToldWhereTheyAreExported() {
    assertThat(watts(node().watts("n1", 180, HOURS))).isCloseTo(180, within(0.001));
  }

  @Test
  void ofWhatABoardTellsKeplerOfItsMachineTheWholeIsTaken() {
    assertThat(watts(node().board("n1", 180, HOURS))).isCloseTo(180, within(0.001));
  }

  @Test
  void whatOldAndNewKeplersTellOfOneMachineIsNotAddedUp() {
    var both = node().watts("n1", 180, HOURS).board("n1", 190, HOURS);

    assertThat(watts(both)).isCloseTo(180, within(0.001));
  }

  @Test
  void anHourInWhichKeplerIsReplacedByANewOneHasWattsOfBoth() {
    var half = FROM.plus(Duration.ofMinutes(30));
    var replaced =
        node()
            .watts("n1", 180, new Hours(FROM.minus(Duration.ofMinutes(30)), 1))
            .board("n1", 120, new Hours(half, 1));

    assertThat(watts(replaced)).isCloseTo(150, within(5.0));
  }

  private static Trace node() {
    return new Trace().node("n1", 1.5, 2048, HOURS);
  }

  /// Of the node, in the hour.
  private static double watts(Trace trace) {
    try (var server = Prometheus.recorded(trace.toString())) {
      Sample host = only(load(server, List.of(HOST)).between(FROM, TO)).samples().getFirst();
      return host.watts().orElseThrow();
    }
  }

  @Test
  void ofAnHourBeforeItsFirstReadingItTellsNothing() {
    var hours = new Hours(FROM, 1);
    try (var server = Prometheus.recorded(new Trace().node("n1", 1, 1, hours).toString())) {
      var load = load(server, List.of(HOST));

      assertThat(load.between(FROM.minus(Duration.ofHours(2)), FROM.minus(Duration.ofHours(1))))
          .isEmpty();
      assertThat(load.between(FROM, TO)).hasSize(1);
      assertThat(load.reach()).isEqualTo(Duration.ofDays(14));
    }
  }

  @Test
  void aQueryThatItDoesNotUnderstandIsAnOutageThatSaysWhy() {
    try (var server =
        Prometheus.recorded(new Trace().node("n1", 1, 1, new Hours(FROM, 1)).toString())) {
      var queries = new Queries("sum(", Queries.USUAL.memory(), "", "");
      var asking = new Asking(queries, Duration.ofMinutes(5), Duration.ZERO);

      assertThatThrownBy(() -> load(server, asking, List.of(HOST)).between(FROM, TO))
          .isInstanceOf(Outage.class)
          .hasMessageMatching("Expected http://.* to answer a query but it said 400: .*parse.*");
    }
  }

  private static PoolLoad only(List<PoolLoad> loads) {
    assertThat(loads).hasSize(1);
    return loads.getFirst();
  }

  private static PrometheusLoad load(Prometheus server, List<Metered> members) {
    return load(server, ASKING, members);
  }

  /// Three hours after what it was told of.
  private static PrometheusLoad load(Prometheus server, Asking asking, List<Metered> members) {
    var place = new Place(server.url(), Optional.empty(), Optional.empty());
    var prometheus = new dev.feierabend.kubernetes.metrics.Prometheus(place);
    return new PrometheusLoad(
        prometheus, asking, () -> members, () -> TO.plus(Duration.ofHours(3)));
  }
}
