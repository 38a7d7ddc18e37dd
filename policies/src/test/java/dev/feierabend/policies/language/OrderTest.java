package dev.feierabend.policies.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
      """;

  @Test
  void theLastGroupHasTheHighestRankAndWhatNoneMatchesTheLowest() {
    Order order =
        order(
            """
              order:
                - {workloads: {labels: {tier: web}}}
                - {pools: [ahausen-office], workloads: {labels: {tier: database}}}
              stagger: {atMost: 10, per: PT1M}
            """);

    assertThat(order.rank(office(Map.of("tier", "database")))).isEqualTo(2);
    assertThat(order.rank(office(Map.of("tier", "web")))).isEqualTo(1);
    assertThat(order.rank(office(Map.of()))).isZero();
    assertThat(order.stagger()).contains(new Order.Stagger(10, Duration.ofMinutes(1)));
  }

  @Test
  void withoutOneEverythingGoesAtOnce() {
    assertThat(order("")).isEqualTo(new Order(List.of(), Optional.empty())).matches(Order::isNone);
  }

  @Test
  void anOrderIsComparedToo() {
    String group = "  order: [{workloads: {labels: {tier: web}}}]\n";
    assertThat(CanonicalPolicy.of(parsed(group))).isNotEqualTo(CanonicalPolicy.of(parsed("")));
  }

  @Test
  void aGroupMaySayWhenItIsReadyAndHowLongItIsWaitedFor() {
    Order order =
        order(
            """
              order:
                - {workloads: {labels: {tier: web}}, within: PT5M}
                - workloads: {labels: {tier: database}}
                  ready: {test: [tcp://db.example.de:5432, https://db.example.de/health]}
            """);

    assertThat(order.groups().getFirst().within()).contains(Duration.ofMinutes(5));
    assertThat(order.groups().getLast().tests())
        .extracting(ReadinessTest::toString)
        .containsExactly("tcp://db.example.de:5432", "https://db.example.de/health");
    assertThat(order.groups()).allMatch(Order.Group::hasMeasure);
  }

  @Test
  void aGroupWithoutAMeasureIsSpeltAsBeforeAndAnotherMeasureIsAnotherMeaning() {
    String group = "  order: [{workloads: {labels: {tier: web}}%s}]\n";
    String bare = CanonicalPolicy.of(parsed(group.formatted("")));
    String tested = ", ready: {test: [tcp://d:2, tcp://d:1]}, within: PT5M";

    assertThat(bare).endsWith("order [Selector[pools=[], labels={tier=web}, names=[]]]\n");
    assertThat(CanonicalPolicy.of(parsed(group.formatted(tested))))
        .endsWith("names=[]] ready [tcp://d:1, tcp://d:2] within PT5M]\n");
  }

  @Test
  void aGroupsTestMustBeOfAHostThatTheOperatorAllows() {
    SchedulePolicy policy =
        parsed("  order: [{workloads: {labels: {a: b}}, ready: {test: tcp://db.example.de:1}}]\n");

    assertThat(ReadinessCheck.against("policy", policy, AllowedHosts.NONE))
        .extracting(Fault::toString)
        .containsExactly(
            "policy:9:55: expected a test of a host that the operator's setting "
                + "feierabend.readiness.allowed allows, found \"tcp://db.example.de:1\"");
    assertThat(ReadinessCheck.against("policy", policy, new AllowedHosts(List.of("db.example.de"))))
        .isEmpty();
  }

  @Test
  void whatIsWrongWithAMeasureIsToldWhereItStands() {
    var faults =
        faults(
            """
              order:
                - {pools: [a], ready: {}, within: PT30S}
                - {pools: [a], ready: {test: ftp://a}, within: PT3H}
            """);

    assertThat(faults)
        .extracting(Fault::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("policy:10:27: ").contains("\"test\""),
            second -> assertThat(second).startsWith("policy:10:39: ").contains("PT1M to PT2H"),
            third -> assertThat(third).startsWith("policy:11:34: ").contains("http://"),
            fourth -> assertThat(fourth).startsWith("policy:11:52: ").contains("PT1M to PT2H"));
  }

  @Test
  void everyFaultIsToldWhereItStands() {
    var faults =
        faults(
            """
              order:
                - {}
                - {workloads: {labels: {tier: web}}, first: true}
              stagger: {atMost: 0, per: PT2H}
            """);

    assertThat(faults)
        .extracting(Fault::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("policy:10:7: ").contains("found neither"),
            second -> assertThat(second).startsWith("policy:11:42: ").contains("\"first\""),
            third -> assertThat(third).startsWith("policy:12:21: ").contains("at least 1"),
            fourth -> assertThat(fourth).startsWith("policy:12:29: ").contains("PT1S to PT1H"));
  }

  private static Seen office(Map<String, String> labels) {
    return Seen.of("ahausen-office", labels);
  }

  private static Order order(String clauses) {
    return parsed(clauses).clauses().order();
  }

  private static SchedulePolicy parsed(String clauses) {
    return switch (parse(clauses)) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
      case Parsed.Invalid<SchedulePolicy>(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Fault> faults(String clauses) {
    return switch (parse(clauses)) {
      case Parsed.Valid<SchedulePolicy> _ -> List.of();
      case Parsed.Invalid<SchedulePolicy>(var faults) -> faults;
    };
  }

  private static Parsed<SchedulePolicy> parse(String clauses) {
    return SchedulePolicyParser.parse(
        "policy", (POLICY + clauses).getBytes(StandardCharsets.UTF_8));
  }
}
