package dev.feierabend.kubernetes.resources;

import static dev.feierabend.kubernetes.resources.TownOffice.NIGHTS;
import static dev.feierabend.kubernetes.resources.TownOffice.answered;
import static dev.feierabend.kubernetes.resources.TownOffice.changed;
import static dev.feierabend.kubernetes.resources.TownOffice.condition;
import static dev.feierabend.kubernetes.resources.TownOffice.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Agreements.Standing;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyDeskTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final AgreementId RATHAUS = new AgreementId("ahausen/rathaus");
  private static final String LATER = NIGHTS.replace("19:00", "20:00");

  @TempDir Path folder;
  private TownOffice office;
  private PolicyDesk desk;

  @BeforeEach
  void open() {
    office = new TownOffice(folder.resolve("journal"), () -> NOON);
    desk = new PolicyDesk(office.clerk, office.tenants, office.reading);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void itsTextIsWhatPeopleReadAndNoReleaseSpellsItOtherwise() {
    Manifested all =
        document(
            "office",
            "rathaus",
            """
            zone: Europe/Berlin
            pools: [ahausen-office]
            workloads: {labels: {tier: "true", number: "7"}}
            asleep:
              - {to: '06:30', from: '19:00', every: Mon-Thu}
              - {from: Fri 19:00, to: Mon 06:30, because: "the week's end: nobody is there"}
            never: [{date: 2027-03-07, because: election}]
            floor: {hosts: 2, share: 20%}
            """);

    assertThat(PolicyDesk.text(all, new TenantId("ahausen")))
        .isEqualTo(
            """
            apiVersion: feierabend.dev/v1
            kind: SchedulePolicy
            metadata: {name: rathaus, tenant: ahausen}
            spec:
              asleep:
              - {every: Mon-Thu, from: '19:00', to: '06:30'}
              - {because: 'the week''s end: nobody is there', from: 'Fri 19:00', to: 'Mon 06:30'}
              floor: {hosts: 2, share: 20%}
              never:
              - {because: election, date: 2027-03-07}
              pools: [ahausen-office]
              workloads:
                labels: {number: '7', tier: 'true'}
              zone: Europe/Berlin
            """);
    assertThat(status(all).at("/state").asText()).isEqualTo("Proposed");
  }

  @Test
  void itIsProposedOnceByTheClusterAndWaitsForThePeopleOfItsNamespace() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);

    ObjectNode status = status(rathaus);
    status(rathaus);

    assertThat(office.documents("ahausen/rathaus"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.standing()).isEqualTo(Standing.PROPOSED);
          assertThat(entry.authors().author()).hasToString("kubernetes:office/rathaus");
          assertThat(status.at("/digest").asText()).isEqualTo(entry.digest());
        });
    assertThat(office.commits()).isEqualTo(1);
    assertThat(status.at("/reason").asText())
        .matches("waits for somebody of ahausen to approve document [0-9a-f]{8}");
    assertThat(condition(status, "Proposed")).isEqualTo("True");
    assertThat(condition(status, "Approved")).isEqualTo("False");
  }

  @Test
  void nobodyApprovesInTheClustersNameAndAPersonDoes() {
    status(document("office", "rathaus", NIGHTS));

    assertThat(
            office.clerk.ask(
                approval(), document("office", "rathaus", NIGHTS).name().asker(), NOON))
        .map(Refusal::code)
        .contains("own-policy");
    assertThat(office.asks(approval())).isEmpty();

    ObjectNode status = status(document("office", "rathaus", NIGHTS));
    assertThat(status.at("/state").asText()).isEqualTo("Active");
    assertThat(status.at("/approvals/0/by").asText()).isEqualTo("actor-4");
    assertThat(status.at("/nextTransition/at").asText()).isEqualTo("2026-11-24T18:00:00Z");
    assertThat(status.at("/nextTransition/becomes").asText()).isEqualTo("Asleep");
    assertThat(status.at("/inForce")).isEqualTo(status.at("/digest"));
    assertThat(condition(status, "Active")).isEqualTo("True");
  }

  @Test
  void aChangedSpecificationReplacesWhatWaitsAndLeavesWhatIsInForce() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);
    status(rathaus);
    office.asks(approval());
    ObjectNode status = status(changed(rathaus, LATER));
    status(changed(rathaus, NIGHTS.replace("19:00", "21:00")));

    assertThat(office.documents("ahausen/rathaus"))
        .extracting(Entry::standing)
        .containsExactlyInAnyOrder(Standing.ACTIVE, Standing.TAKEN_BACK, Standing.PROPOSED);
    assertThat(status.at("/inForce")).isNotEqualTo(status.at("/digest"));
    assertThat(status.at("/nextTransition/at").asText()).isEqualTo("2026-11-24T18:00:00Z");
  }

  @Test
  void whatGoesTakesBackWhatWaitsAndWithdrawsNothing() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);
    status(rathaus);
    office.asks(approval());
    status(changed(rathaus, LATER));
    assertThat(desk.open()).containsExactly(rathaus.name());

    desk.gone(rathaus.name(), NOON);

    assertThat(office.documents("ahausen/rathaus"))
        .extracting(Entry::standing)
        .containsExactlyInAnyOrder(Standing.ACTIVE, Standing.TAKEN_BACK);
    assertThat(desk.open()).isEmpty();
  }

  @Test
  void whatWasRejectedIsProposedAnewOnlyAfterTheSpecificationChanged() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);
    Manifested answered = answered(rathaus, status(rathaus));
    office.asks(new Wish.Reject(RATHAUS, digest(), "too early"));

    assertThat(status(answered).at("/state").asText()).isEqualTo("Rejected");
    assertThat(status(answered).at("/reason").asText()).startsWith("ahausen rejected it");

    Manifested other = changed(answered, LATER);
    other = answered(other, status(other));
    assertThat(status(changed(other, NIGHTS)).at("/state").asText()).isEqualTo("Proposed");
  }

  @Test
  void whatWasWithdrawnStaysWithdrawn() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);
    Manifested answered = answered(rathaus, status(rathaus));
    office.asks(approval());
    office.asks(new Wish.Withdraw(RATHAUS, "we move"));

    assertThat(status(answered).at("/state").asText()).isEqualTo("Ended");
    assertThat(office.memory.agreements().active()).isEmpty();
  }

  @Test
  void aConditionThatStaysKeepsItsTime() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);
    Manifested answered = answered(rathaus, status(rathaus));
    office.asks(approval());

    ObjectNode status = desk.handle(answered, NOON.plusSeconds(60));

    assertThat(status.at("/conditions/0/lastTransitionTime").asText()).isEqualTo(NOON.toString());
    assertThat(status.at("/conditions/1/lastTransitionTime").asText())
        .isEqualTo(NOON.plusSeconds(60).toString());
  }

  private ObjectNode status(Manifested document) {
    return desk.handle(document, NOON);
  }

  private Wish approval() {
    return new Wish.Approve(RATHAUS, digest());
  }

  private String digest() {
    return office.documents("ahausen/rathaus").stream()
        .filter(entry -> entry.standing() == Standing.PROPOSED)
        .map(Entry::digest)
        .findFirst()
        .orElseThrow();
  }
}
