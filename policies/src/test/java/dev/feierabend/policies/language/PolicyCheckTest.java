package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.fleet;
import static dev.feierabend.policies.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.fleet.Fleet;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
  private final Fleet fleet = fleet(Documents.FLEET);

  @Test
  void whatATenantOwnsItMayName() {
    assertThat(PolicyCheck.against(policy(TOWN_HALL), fleet)).isEmpty();
  }

  @Test
  void anUnknownTenant() {
    SchedulePolicy policy = policy(TOWN_HALL.replace("tenant: ahausen", "tenant: adorf"));

    assertThat(PolicyCheck.against("p.yaml", policy, fleet))
        .extracting(Fault::toString)
        .containsExactly("p.yaml:3:35: expected a tenant of this fleet, found \"adorf\"");
  }

  @Test
  void unknownPoolsForeignPoolsAndTheOperatorsAreToldInTheSameWords() {
    SchedulePolicy policy =
        policy(
            TOWN_HALL.replace(
                "[ahausen-office]", "[ahausen-office, nowhere,\n    bdorf-school, hosts]"));

    assertThat(PolicyCheck.against(policy, fleet))
        .extracting(Fault::toString)
        .containsExactly(
            fault("rathaus:5:27", "nowhere"),
            fault("rathaus:6:5", "bdorf-school"),
            fault("rathaus:6:19", "hosts"));
  }

  @Test
  void aMisspeltPoolOfOnesOwnIsGuessed() {
    assertThat(
            PolicyCheck.against(policy(TOWN_HALL.replace("ahausen-office", "ahausen-ofice")), fleet)
                .getFirst()
                .found())
        .isEqualTo("\"ahausen-ofice\"; did you mean \"ahausen-office\"?");
  }

  @Test
  void whatOthersHaveIsNeverGuessed() {
    assertThat(
            PolicyCheck.against(policy(TOWN_HALL.replace("ahausen-office", "bdorf-schol")), fleet))
        .extracting(Fault::toString)
        .containsExactly(fault("rathaus:5:11", "bdorf-schol"));
    assertThat(
            PolicyCheck.against(policy(TOWN_HALL.replace("tenant: ahausen", "tenant: bdor")), fleet)
                .toString())
        .contains("bdor\"")
        .doesNotContain("bdorf");
  }

  @Test
  void aPolicyOfAnotherDocumentIsCheckedWithoutItsPlaces() {
    SchedulePolicy p = policy(TOWN_HALL.replace("ahausen-office", "nowhere"));
    var made =
        new SchedulePolicy(
            p.name(),
            p.tenants(),
            p.selects(),
            p.zone(),
            p.asleep(),
            p.validity(),
            p.readyBy(),
            Floor.USUAL,
            p.clauses(),
            Document.of(new byte[0]));

    assertThat(PolicyCheck.against(made, fleet))
        .extracting(Fault::toString)
        .containsExactly(fault("rathaus:1:1", "nowhere"));
  }

  private static String fault(String place, String pool) {
    return place
        + ": expected a pool of the tenant \"ahausen\", for example \"ahausen-office\", found \""
        + pool
        + "\"";
  }
}
