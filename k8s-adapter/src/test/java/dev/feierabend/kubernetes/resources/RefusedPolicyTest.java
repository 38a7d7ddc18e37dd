package dev.feierabend.kubernetes.resources;

import static dev.feierabend.kubernetes.resources.TownOffice.NIGHTS;
import static dev.feierabend.kubernetes.resources.TownOffice.changed;
import static dev.feierabend.kubernetes.resources.TownOffice.condition;
import static dev.feierabend.kubernetes.resources.TownOffice.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Agreements.Standing;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents of a cluster that can't be proposed.
class RefusedPolicyTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
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
  void faultsAreToldInTheStatusAndWhatWaitedIsTakenBack() {
    Manifested rathaus = document("office", "rathaus", NIGHTS);
    status(rathaus);
    ObjectNode status =
        status(
            changed(
                rathaus,
                "{pools: [bedorf-school], zone: Europe/Berln, asleep: [{from: Mon 19:00, to: Tue"
                    + " 06:30}]}"));

    assertThat(status.at("/state").asText()).isEqualTo("Refused");
    assertThat(status.at("/faults/0").asText())
        .isEqualTo(
            "expected a time zone of the IANA list, for example Europe/Berlin, "
                + "found \"Europe/Berln\"; did you mean \"Europe/Berlin\"?");
    assertThat(condition(status, "Degraded")).isEqualTo("True");
    assertThat(office.documents("ahausen/rathaus"))
        .extracting(Entry::standing)
        .containsExactly(Standing.TAKEN_BACK);
  }

  @Test
  void anothersPoolsAreRefusedAsIfTheyWereNotThere() {
    ObjectNode status =
        status(document("office", "rathaus", NIGHTS.replace("ahausen-office", "bedorf-school")));

    assertThat(status.at("/reason").asText())
        .startsWith("expected a pool of the tenant \"ahausen\"");
    assertThat(office.commits()).isZero();
  }

  @Test
  void aNamespaceThatIsNoTenantsMayAskForNothing() {
    assertThat(status(document("monitoring", "rathaus", NIGHTS)).at("/reason").asText())
        .isEqualTo(
            "expected a namespace that pools of one tenant name in the fleet, but monitoring is"
                + " none");
    assertThat(office.commits()).isZero();
  }

  private ObjectNode status(Manifested document) {
    return desk.handle(document, NOON);
  }
}
