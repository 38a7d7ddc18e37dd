package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.resources.TownOffice.NIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.feierabend.testservers.KubernetesRelease;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the definitions that the chart ships make a real API server say of documents by itself.
@ParameterizedClass
@EnumSource(KubernetesRelease.class)
class DefinitionsOnRealClusterTest {
  @TempDir static Path folder;
  @Parameter KubernetesRelease release;

  private static DocumentTown town;

  @BeforeParameterizedClassInvocation
  static void start(KubernetesRelease release) {
    town = new DocumentTown(folder.resolve(release.name()), release);
  }

  @AfterParameterizedClassInvocation
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
        .extracting(DefinitionsOnRealClusterTest::sentence, STRING)
        .contains(says);
  }

  /// Without the type of what is wrong, which older releases name before they say what is wrong.
  private static String sentence(Throwable refused) {
    return String.valueOf(refused.getMessage())
        .replace("Invalid value: \"object\": ", "Invalid value: ");
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
  void kubectlShowsHowTheyStand() {
    assertThat(town.columns("office", "schedulepolicies"))
        .containsExactly(
            "Name", "State", "Document", "Approved by", "Next", "Becomes", "Reason", "Age");
    assertThat(town.columns("office", "scheduleoverrides"))
        .containsExactly("Name", "State", "Until", "Because", "Reason", "Age");
  }
}
