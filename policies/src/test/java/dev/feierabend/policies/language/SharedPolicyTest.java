package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.fleet;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedPolicyTest {
  private final Fleet fleet = fleet(Documents.FLEET);

  @Test
  void severalTenantsMayShareADocument() {
    SchedulePolicy policy = policy(of("tenants: [bdorf, ahausen]"));

    assertThat(policy.tenants()).containsExactly(new TenantId("bdorf"), new TenantId("ahausen"));
    assertThat(PolicyCheck.against(policy, fleet)).isEmpty();
  }

  @Test
  void eachMayNameItsOwnPoolsAndNobodyElses() {
    SchedulePolicy policy =
        policy(
            of("tenants: [bdorf, ahausen]")
                .replace("[ahausen-office]", "[ahausen-office, bdorf-school, hosts]"));

    assertThat(PolicyCheck.against(policy, fleet))
        .extracting(Fault::expected, Fault::found)
        .containsExactly(
            tuple(
                "a pool of the tenant \"bdorf\" or \"ahausen\", for example \"ahausen-office\"",
                "\"hosts\""));
  }

  @Test
  void everyUnknownTenantIsTold() {
    SchedulePolicy policy = policy(of("tenants: [ahausen, adorf, cstadt-x]"));

    assertThat(PolicyCheck.against("p.yaml", policy, fleet))
        .extracting(Fault::toString)
        .containsExactly(
            "p.yaml:3:46: expected a tenant of this fleet, found \"adorf\"",
            "p.yaml:3:53: expected a tenant of this fleet, found \"cstadt-x\"");
  }

  @Test
  void noTenantsTheSameTwiceAndBothKeysAreFaults() {
    assertThat(faults(of("tenants: []")))
        .containsExactly(
            "p:3:36: expected at least one tenant, for example [ahausen, bdorf], found none");
    assertThat(faults(of("tenants: [ahausen, ahausen]")))
        .containsExactly(
            "p:3:46: expected each tenant once, found \"ahausen\" again, first in line 3");
    assertThat(faults(of("tenants: [ahausen], tenant: bdorf")))
        .containsExactly("p:3:11: expected either \"tenant\" or \"tenants\", found both");
  }

  @Test
  void overridesReminderAndNoticeAreReadWithTheirBounds() {
    String document =
        TOWN_HALL + "  overrides: {longest: P2D}\n  reminder: {before: PT12H}\n  notice: P7D\n";

    assertThat(policy(document).clauses())
        .isEqualTo(
            new Clauses(Duration.ofDays(2), Duration.ofHours(12), Duration.ofDays(7), Order.NONE));
    assertThat(policy(TOWN_HALL).clauses().notice()).isZero();
    assertThat(
            faults(
                document.replace("P2D", "P367D").replace("PT12H", "-PT1S").replace("P7D", "P367D")))
        .hasSize(3)
        .allMatch(fault -> fault.contains("expected a duration from PT0S to P366D"));
  }

  private static String of(String tenants) {
    return TOWN_HALL.replace("tenant: ahausen", tenants);
  }

  private static List<String> faults(String document) {
    return switch (SchedulePolicyParser.parse("p", utf8(document))) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> List.of("none: " + policy);
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          faults.stream().map(Fault::toString).toList();
    };
  }
}
