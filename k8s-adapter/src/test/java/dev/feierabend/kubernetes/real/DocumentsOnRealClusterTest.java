package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.resources.TownOffice.NIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Agreements.Standing;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.kubernetes.events.Acts;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents that people apply to a real API server, which has the definitions that the chart ships
/// and gives us the rights of its role.
class DocumentsOnRealClusterTest {
  private static final Duration PROMISED = Duration.ofSeconds(2);

  @TempDir static Path folder;
  private static DocumentTown town;

  @BeforeAll
  static void start() {
    town = new DocumentTown(folder);
    town.apply("SchedulePolicy", "office", "first", NIGHTS);
    await()
        .atMost(DocumentTown.PATIENCE)
        .until(() -> town.state("office", "first").equals("Proposed"));
  }

  @AfterAll
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void itIsProposedShowsEachChangeWithinSecondsAndAnApprovalIsAPersons() {
    town.measured(
        "proposed",
        () -> town.apply("SchedulePolicy", "office", "rathaus", NIGHTS),
        () -> town.state("office", "rathaus").equals("Proposed"));
    Entry proposed = town.office.documents("ahausen/rathaus").getFirst();
    assertThat(proposed.authors().author()).hasToString("kubernetes:office/rathaus");

    town.measured(
        "approved",
        () -> town.office.asks(new Wish.Approve(proposed.agreement(), proposed.digest())),
        () -> town.state("office", "rathaus").equals("Active"));
    assertThat(town.status("office", "rathaus").at("/approvals/0/by").asText())
        .isEqualTo("actor-4");
    assertThat(town.status("office", "rathaus").at("/nextTransition/at").asText()).isNotEmpty();

    town.measured(
        "changed",
        () -> town.apply("SchedulePolicy", "office", "rathaus", NIGHTS.replace("19:00", "20:00")),
        () -> town.state("office", "rathaus").equals("Proposed"));
    assertThat(town.status("office", "rathaus").at("/inForce").asText())
        .isEqualTo(proposed.digest());

    town.delete("SchedulePolicy", "office", "rathaus");
    await()
        .until(() ->
            town.office.documents("ahausen/rathaus").stream()
                .map(Entry::standing)
                .noneMatch(Standing.PROPOSED::equals));
    assertThat(town.office.memory.agreements().active())
        .extracting(Entry::digest)
        .contains(proposed.digest());
  }

  /// Promised of a good one. Of five changes the median counts: one of them may meet a pause that
  /// is the machine's.
  @Test
  void aChangeIsInTheStatusWithinTwoSeconds() {
    town.apply("SchedulePolicy", "office", "prompt", NIGHTS);
    await().until(() -> town.state("office", "prompt").equals("Proposed"));

    List<Duration> took =
        IntStream.rangeClosed(1, 5).mapToObj(it -> changed("19:0" + it)).sorted().toList();

    assertThat(took.get(took.size() / 2)).isLessThan(PROMISED);
  }

  private static Duration changed(String from) {
    String before = digest();
    return town.measured(
        "from " + from,
        () -> town.apply("SchedulePolicy", "office", "prompt", NIGHTS.replace("19:00", from)),
        () -> !digest().equals(before));
  }

  private static String digest() {
    return town.status("office", "prompt").at("/digest").asText();
  }

  @Test
  void oneTownsFaultIsToldThereAndKeepsTheOtherNotWaiting() {
    town.apply(
        "SchedulePolicy", "office", "theirs", NIGHTS.replace("ahausen-office", "bedorf-school"));
    town.apply(
        "SchedulePolicy", "school", "lessons", NIGHTS.replace("ahausen-office", "bedorf-school"));

    await().until(() -> town.state("school", "lessons").equals("Proposed"));
    await().until(() -> town.state("office", "theirs").equals("Refused"));
    assertThat(town.status("office", "theirs").at("/faults/0").asText())
        .startsWith("expected a pool of the tenant \"ahausen\"");
    assertThat(town.office.documents("ahausen/theirs")).isEmpty();
  }

  @Test
  void anOverrideKeepsAwakeUntilItsEndOrUntilItGoes() {
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(3));
    town.measured(
        "override",
        () ->
            town.apply(
                "ScheduleOverride",
                "office",
                "council",
                "{pools: [ahausen-office], until: '%s', because: council}".formatted(end)),
        () -> town.override("office", "council").at("/state").asText().equals("Active"));
    assertThat(overrides()).extracting(OverrideGranted::until).containsExactly(end);
    await().until(() -> town.events("office").contains("Normal KeptAwake Namespace/office"));

    town.delete("ScheduleOverride", "office", "council");
    await().until(() -> overrides().isEmpty());
  }

  @Test
  void whatIsDoneToAWorkloadStandsInItsNamespacesEvents() {
    var mail = new WorkloadId("deployment/office/mail");
    var action = new ActionId("sleep/" + mail + "@2026-11-24T19:00:00Z");
    Instant now = Instant.now();
    town.events.on(Acts.issued(action, new Step.Sleep(mail, 0), now));
    town.events.on(new ActionRefused(Acts.AHAUSEN, action, "ä".repeat(1_000), now));

    await().until(() -> town.events("office").contains("Warning NotDone Deployment/mail"));
  }

  @Test
  void whatStaysAsItIsIsWrittenOnceAndNeverAskedFor() {
    town.apply("SchedulePolicy", "school", "stays", ofSchool());
    await().until(() -> town.requests("stays").contains("patch 200"));

    town.apply("SchedulePolicy", "school", "other", ofSchool());
    await().until(() -> town.state("school", "other").equals("Proposed"));
    town.delete("SchedulePolicy", "school", "other");
    await()
        .until(() ->
            town.office.documents("bedorf/other").getFirst().standing() == Standing.TAKEN_BACK);

    assertThat(town.requests("stays")).containsExactly("patch 200");
  }

  @Test
  void oneBeyondWhatIsAgreedIsRefusedInItsStatus() {
    town.apply(
        "ScheduleOverride",
        "school",
        "for-ever",
        "{until: '2099-01-01T00:00:00Z', because: always}");

    await()
        .until(() -> town.override("school", "for-ever").at("/state").asText().equals("Refused"));
    assertThat(town.override("school", "for-ever").at("/reason").asText())
        .contains("at the latest, as agreed");
  }

  @Test
  void aDocumentThatWentWhileNobodyLedIsTakenBackOnceSomebodyDoes() {
    town.apply("SchedulePolicy", "office", "gone", NIGHTS);
    await().until(() -> town.state("office", "gone").equals("Proposed"));

    town.rest();
    town.delete("SchedulePolicy", "office", "gone");
    town.lead();

    await()
        .until(() ->
            town.office.documents("ahausen/gone").getFirst().standing() == Standing.TAKEN_BACK);
  }

  private static String ofSchool() {
    return NIGHTS.replace("ahausen-office", "bedorf-school");
  }

  private static List<OverrideGranted> overrides() {
    return town.office.memory.exceptions().overrides().stream()
        .filter(granted -> granted.by().value().startsWith("kubernetes:office/"))
        .toList();
  }
}
