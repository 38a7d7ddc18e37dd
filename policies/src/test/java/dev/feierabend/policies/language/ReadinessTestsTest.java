package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.comparison.Comparison;
import dev.feierabend.policies.evaluation.BecauseText;
import dev.feierabend.policies.evaluation.Evaluation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a customer says how it is known that its service answers.
class ReadinessTestsTest {
  private static final String HEALTH = "https://permits.example.de/health";
  private static final String DATABASE = "tcp://db.example.de:5432";

  @Test
  void oneTestOrAListOfThemIsReadAndTheLeadIsAsBefore() {
    ReadyBy one = readyBy("lead: PT30M, test: " + HEALTH);
    ReadyBy two = readyBy("test: [%s, \"%s\"], lead: PT1H".formatted(HEALTH, DATABASE));

    assertThat(one.tests()).extracting(ReadinessTest::target).containsExactly(URI.create(HEALTH));
    assertThat(one.lead()).isEqualTo(Duration.ofMinutes(30));
    assertThat(two.tests()).extracting(ReadinessTest::toString).containsExactly(HEALTH, DATABASE);
    assertThat(two.lead()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void eitherMayBeLeftOutButNotBoth() {
    assertThat(readyBy("lead: PT45M").tests()).isEmpty();
    assertThat(readyBy("test: " + HEALTH).lead()).isEqualTo(Duration.ofMinutes(30));
    assertThat(policyFaults(with(""))).hasSize(1).first().asString().contains("\"lead\": a lead");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not an address          | \"not an address\"",
        "ftp://files.example.de  | \"ftp://files.example.de\", which begins with none of http://, https:// and tcp://",
        "permits.example.de      | \"permits.example.de\", which begins with none of http://, https:// and tcp://",
        "mailto:karl@example.de  | \"mailto:karl@example.de\", which begins with none of http://, https:// and tcp://",
        "https:///health         | \"https:///health\", which names no host",
        "https://bürgerbüro.de/  | \"https://bürgerbüro.de/\", which names no host",
        "tcp://db.example.de     | \"tcp://db.example.de\", which names no port",
        "tcp://db.example.de:0   | \"tcp://db.example.de:0\", whose port is none from 1 to 65535",
        "https://a.example:70000 | \"https://a.example:70000\", whose port is none from 1 to 65535",
        "tcp://db.example.de:1/x | \"tcp://db.example.de:1/x\", which names more than a host and a port",
        "https://karl:geheim@a.example/ | an address with credentials in it",
        "'tcp://karl:geheim@:1'  | an address with credentials in it",
      })
  void whatIsWrongWithATargetIsToldWhereItStands(String target, String found) {
    assertThat(policyFaults(with("lead: PT30M, test: \"" + target + "\"")))
        .containsExactly(
            "policy.yaml:15:32: expected a test, for example https://permits.example.de/health "
                + "or tcp://db.example.de:5432, found "
                + found);
  }

  @Test
  void everyFaultOfAListIsTold() {
    assertThat(policyFaults(with("test: [ftp://a, " + HEALTH + ", tcp://b]")))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("policy.yaml:15:20: expected a test, ");
    assertThat(policyFaults(with("test: []")))
        .containsExactly(
            "policy.yaml:15:19: expected a test, for example https://permits.example.de/health or "
                + "tcp://db.example.de:5432, or a list of up to 5, found an empty list");
    String six = String.join(", ", Collections.nCopies(6, "tcp://d:1"));
    assertThat(policyFaults(with("test: [" + six + "]")))
        .containsExactly("policy.yaml:15:75: expected at most 5 of them, found 6");
  }

  @Test
  void aPolicyWithoutATestIsSpeltAsBeforeAndAnotherTestIsAnotherMeaning() {
    SchedulePolicy without = policy(TOWN_HALL);
    SchedulePolicy one = policy(with("lead: PT30M, test: " + HEALTH));
    SchedulePolicy two = policy(with("lead: PT30M, test: [" + DATABASE + ", " + HEALTH + "]"));

    assertThat(CanonicalPolicy.of(without)).doesNotContain("test");
    assertThat(CanonicalPolicy.of(two))
        .isEqualTo(CanonicalPolicy.of(without) + "test [" + HEALTH + ", " + DATABASE + "]\n");
    assertThat(terms(without, one)).containsExactly("test:  → [" + HEALTH + "]");
    assertThat(terms(one, two)).hasSize(1).first().asString().contains(DATABASE);
    assertThat(terms(two, policy(with("test: [" + HEALTH + ", " + DATABASE + "]")))).isEmpty();
  }

  @Test
  void onlyHostsThatTheOperatorAllowsMayBeTested() {
    SchedulePolicy policy = policy(with("test: [" + HEALTH + ", " + DATABASE + "]"));

    assertThat(ReadinessCheck.against("p.yaml", policy, allowed("*.example.de"))).isEmpty();
    assertThat(ReadinessCheck.against("p.yaml", policy, allowed("permits.example.de")))
        .extracting(Fault::toString)
        .containsExactly(
            "p.yaml:15:55: expected a test of a host that the operator's setting "
                + "feierabend.readiness.allowed allows, found \"tcp://db.example.de:5432\"");
    assertThat(ReadinessCheck.against("p.yaml", policy, AllowedHosts.NONE)).hasSize(2);
    assertThat(ReadinessCheck.against("p.yaml", policy(TOWN_HALL), AllowedHosts.NONE)).isEmpty();
  }

  @Test
  void itIsToldInBothLanguages() {
    List<ReadinessTest> tests = readyBy("test: [" + HEALTH + ", " + DATABASE + "]").tests();

    assertThat(BecauseText.readyOnce(tests, Locale.ENGLISH))
        .isEqualTo("Ready once this answers: " + HEALTH + ", " + DATABASE + ".");
    assertThat(BecauseText.readyOnce(tests, Locale.GERMAN)).startsWith("Bereit, sobald ");
  }

  private static List<String> terms(SchedulePolicy older, SchedulePolicy newer) {
    Instant from = Instant.parse("2026-11-23T00:00:00Z");
    var compared =
        Comparison.of(
            new Evaluation(HolidayCalendar.NONE), older, newer, from, from.plusSeconds(3600));
    return compared.terms().stream()
        .map(term -> term.key() + ": " + term.before() + " → " + term.after())
        .toList();
  }

  private static AllowedHosts allowed(String... names) {
    return new AllowedHosts(List.of(names));
  }

  private static ReadyBy readyBy(String clause) {
    return policy(with(clause)).readyBy();
  }

  private static String with(String clause) {
    return TOWN_HALL.replace("{lead: PT30M}", "{" + clause + "}");
  }
}
