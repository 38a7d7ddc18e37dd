package dev.feierabend.kubernetes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Documents that people apply to a real API server, which has the definitions that the chart ships
/// and gives us the rights of its role.
class DocumentsOnRealClusterTest {
  private static final String NIGHTS =
      "{pools: [ahausen-office], asleep: [{every: Mon-Thu, from: '19:00', to: '06:30'}]}";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{pools: [a]} | spec.asleep: Required value",
        "{asleep: []} | expected at least one of pools, workloads (with labels, tags, names)",
        "{pools: [], asleep: []} | expected at least one of pools, workloads",
        "{pools: [A], asleep: []} | expected an id of up to 200 lower-case letters, digits and"
            + " ._/:-, for example ahausen-office, found \"A\"",
        "{pools: a, asleep: []} | .spec.pools: expected list, got &{a}",
        "{pools: [a], zone: Berlin!, asleep: []} | expected a time zone by its name in the IANA"
            + " list, for example Europe/Berlin, found \"Berlin!\"",
        "{pools: [a], asleep: [{every: Mon-Thu, from: Mon 19:00, to: '06:30'}]} |"
            + " spec.asleep[0].from: Invalid value: expected a time of the day, in quotes, for"
            + " example 19:00, found \"Mon 19:00\"",
        "{pools: [a], asleep: [{from: '19:00', to: '06:30'}]} | expected a time of the week (Mon"
            + " 20:00), of one date",
        "{pools: [a], asleep: [{every: Monday, from: '19:00', to: '06:30'}]} | expected days of the"
            + " week, for example Mon-Thu, found \"Monday\"",
        "{pools: [a], asleep: [{from: Mon 19:00}]} | spec.asleep[0].to: Required value",
        "{pools: [a], asleep: [], never: [{date: 24.12.2026}]} | expected a date, for example"
            + " 2026-12-24, found \"24.12.2026\"",
        "{pools: [a], asleep: [], never: [{date: 2026-12-24, days: x}]} | expected exactly one of"
            + " date, days, from and to",
        "{pools: [a], asleep: [], exceptions: [{date: 2026-12-24}]} | expected exactly one of"
            + " awake, asleep",
        "{pools: [a], asleep: [], exceptions: [{date: 2026-12-24, awake: false}]} | Unsupported"
            + " value: false: supported values: \"true\"",
        "{pools: [a], asleep: [], exceptions: [{date: 2026-12-24, asleep: {from: 1pm, to:"
            + " '06:00'}}]} | expected a time of the day, in quotes, for example 19:00, found"
            + " \"1pm\"",
        "{pools: [a], asleep: [], validity: {from: soon}} | expected a date, for example"
            + " 2026-12-24, found \"soon\"",
        "{pools: [a], asleep: [], readyBy: {lead: 30 minutes}} | expected a duration, for example"
            + " PT30M, found \"30 minutes\"",
        "{pools: [a], asleep: [], readyBy: {test: [ftp://x]}} | expected an address that is asked",
        "{pools: [a], asleep: [], readyBy: {}} | expected at least one of lead, test",
        "{pools: [a], asleep: [], floor: {share: half}} | expected a share in percent, for example"
            + " 20%, found \"half\"",
        "{pools: [a], asleep: [], floor: {hosts: -1}} | spec.floor.hosts in body should be greater"
            + " than or equal to 0",
        "{pools: [a], asleep: [], holidays: {land: XX}} | spec.holidays.land: Unsupported value:"
            + " \"XX\": supported values: \"BB\", \"BE\"",
        "{pools: [a], asleep: [], holidays: {land: BY, municipality: '12'}} | expected the"
            + " municipality's key (AGS) of 8 digits, in quotes, for example 09162000, found"
            + " \"12\"",
        "{pools: [a], asleep: [], notice: week} | expected a duration, for example P7D, found"
            + " \"week\"",
        "{pools: [a], asleep: [], stagger: {atMost: 0, per: PT1M}} | should be greater than or"
            + " equal to 1",
        "{pools: [a], asleep: [], order: [{}]} | spec.order[0]: Invalid value: expected at least"
            + " one of pools, workloads",
        "{workloads: {labels: {'-': x}}, asleep: []} | expected a label's key of up to 253 letters,"
            + " digits and ._/-, for example tier",
        "{workloads: {labels: {tier: a b}}, asleep: []} | expected a label's value of up to 63"
            + " letters, digits and ._-, for example web, found \"a b\"",
        "{workloads: {names: ['a b']}, asleep: []} | expected a name of up to 253 letters, digits"
            + " and ._-, with * for any letters, for example web-*, found \"a b\"",
        "{pools: [a], asleep: [], nevr: []} | field not declared in schema",
      })
  void whatIsWrongTheApiServerRefusesAndSaysWhatItExpected(String spec, String says) {
    assertThatThrownBy(() -> town.apply("SchedulePolicy", "office", "wrong", spec))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{because: council} | spec.until: Required value",
        "{until: '2026-11-24T23:00:00Z'} | spec.because: Required value",
        "{until: tonight, because: council} | must be of type date-time: \"tonight\"",
        "{until: '2026-11-24T23:00:00Z', because: ''} | spec.because in body should be at least 1"
            + " chars long",
        "{until: '2026-11-24T23:00:00Z', because: council, asleep: true} | field not declared in"
            + " schema",
      })
  void anOverrideWithoutAnEndAndOneThatSaysNotWhyAreRefused(String spec, String says) {
    assertThatThrownBy(() -> town.apply("ScheduleOverride", "office", "wrong", spec))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining(says);
  }

  @Test
  void aNameThatNoPolicyMayHaveIsRefused() {
    assertThatThrownBy(() -> town.apply("SchedulePolicy", "office", "rat.haus", NIGHTS))
        .hasMessageContaining(
            "expected what the policy is called, for example rathaus, found \"rat.haus\"");
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
  void kubectlShowsHowTheyStand() {
    assertThat(town.columns("office", "schedulepolicies"))
        .containsExactly(
            "Name", "State", "Document", "Approved by", "Next", "Becomes", "Reason", "Age");
    assertThat(town.columns("office", "scheduleoverrides"))
        .containsExactly("Name", "State", "Until", "Because", "Reason", "Age");
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
