package dev.feierabend.kubernetes.resources;

import static dev.feierabend.kubernetes.resources.TownOffice.answered;
import static dev.feierabend.kubernetes.resources.TownOffice.changed;
import static dev.feierabend.kubernetes.resources.TownOffice.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideDeskTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-24T22:00:00Z");
  private static final TenantId AHAUSEN = new TenantId("ahausen");
  private static final Set<PoolId> OFFICE = Set.of(new PoolId("ahausen-office"));
  private static final String COUNCIL =
      "{pools: [ahausen-office], until: '2026-11-24T23:00:00+01:00', because: the council meets}";

  @TempDir Path folder;
  private TownOffice office;
  private OverrideDesk desk;

  @BeforeEach
  void open() {
    office = new TownOffice(folder.resolve("journal"), () -> NOON);
    desk = new OverrideDesk(office.clerk, office.memory.exceptions(), office.tenants);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void itIsAskedForOnceAndKeepsAwakeUntilItsEnd() {
    Manifested council = document("office", "council", COUNCIL);

    ObjectNode status = status(council);
    status(answered(council, status));

    assertThat(office.memory.exceptions().overrides())
        .singleElement()
        .satisfies(granted -> {
          assertThat(granted.pools()).isEqualTo(OFFICE);
          assertThat(granted.until()).isEqualTo(ELEVEN);
          assertThat(granted.by()).hasToString("kubernetes:office/council");
        });
    assertThat(office.commits()).isEqualTo(1);
    assertThat(status.at("/state").asText()).isEqualTo("Active");
    assertThat(status.at("/reason").asText()).isEqualTo("keeps awake until 2026-11-24T22:00:00Z");
  }

  @Test
  void beyondWhatIsAgreedItIsRefusedInTheDomainsWordsAndNotAskedForAgain() {
    Manifested council =
        document(
            "office", "council", COUNCIL.replace("-24T", "-30T").replace("2026-11", "2026-12"));

    ObjectNode status = status(council);

    assertThat(status.at("/state").asText()).isEqualTo("Refused");
    assertThat(status.at("/reason").asText())
        .startsWith(
            "Expected an end after 2026-11-24T12:00:00Z and at 2026-12-08T12:00:00Z at the latest");
    assertThat(desk.handle(answered(council, status), NOON.plusSeconds(3_600 * 24 * 10)))
        .isEqualTo(status);
    assertThat(office.commits()).isZero();
  }

  @Test
  void whatGoesIsOver() {
    status(document("office", "council", COUNCIL));
    assertThat(desk.open()).hasSize(1);

    desk.gone(document("office", "council", COUNCIL).name(), NOON);

    assertThat(office.memory.exceptions().overrides()).isEmpty();
    assertThat(desk.open()).isEmpty();
  }

  @Test
  void anotherEndOrOtherPoolsReplaceIt() {
    Manifested council = document("office", "council", COUNCIL);
    council = answered(council, status(council));

    status(changed(council, COUNCIL.replace("23:00:00", "22:00:00")));
    status(changed(council, COUNCIL.replace("pools: [ahausen-office], ", "")));

    assertThat(office.memory.exceptions().overrides())
        .singleElement()
        .satisfies(granted -> {
          assertThat(granted.pools()).isEmpty();
          assertThat(granted.until()).isEqualTo(ELEVEN);
        });
  }

  @Test
  void whatSomebodyEndedBeforeItsTimeIsNotAskedForAgain() {
    Manifested council = document("office", "council", COUNCIL);
    council = answered(council, status(council));
    office.asks(new Wish.LetSleep(AHAUSEN, Optional.of(OFFICE)));

    assertThat(status(council).at("/reason").asText())
        .isEqualTo("somebody ended it before its time");
    assertThat(office.memory.exceptions().overrides()).isEmpty();
  }

  @Test
  void itCutsNobodysLongerOneShort() {
    office.asks(new Wish.KeepAwake(AHAUSEN, OFFICE, ELEVEN.plusSeconds(3_600), "the count"));

    ObjectNode status = status(document("office", "council", COUNCIL));

    assertThat(status.at("/state").asText()).isEqualTo("Ended");
    assertThat(status.at("/reason").asText())
        .isEqualTo("actor-4 keeps the same awake until 2026-11-24T23:00:00Z already");
    assertThat(office.memory.exceptions().overrides())
        .extracting(OverrideGranted::because)
        .containsExactly("the count");
  }

  @Test
  void anothersPoolsAndNobodysNamespacesAreRefused() {
    assertThat(
            status(
                    document(
                        "office", "council", COUNCIL.replace("ahausen-office", "bedorf-school")))
                .at("/reason")
                .asText())
        .isEqualTo(
            "expected a pool of the tenant whose namespace this is, found \"bedorf-school\"");
    assertThat(status(document("monitoring", "council", COUNCIL)).at("/state").asText())
        .isEqualTo("Refused");
    assertThat(office.commits()).isZero();
  }

  private ObjectNode status(Manifested document) {
    return desk.handle(document, NOON);
  }
}
