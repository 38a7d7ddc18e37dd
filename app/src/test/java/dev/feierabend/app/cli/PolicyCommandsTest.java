package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.templates.PolicyTemplate;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {
  private static final String[] A_WEEK = {"--from", "2026-10-19", "--to", "2026-10-25"};

  @TempDir Path folder;
  private Path good;
  private Path fleet;

  @BeforeEach
  void writeAPolicyAndAFleet() throws IOException {
    good = Files.writeString(folder.resolve("rathaus.yaml"), policy("ahausen-office"));
    fleet = Files.writeString(folder.resolve("fleet.yaml"), new ThreeTowns(3, 1).fleet());
  }

  private static String policy(String pool) {
    return PolicyTemplate.named("town-hall")
        .of("rathaus", new TenantId("ahausen"), new TreeSet<>(Set.of(new PoolId(pool))), Land.BY);
  }

  @Test
  void aGoodPolicyIsGood() {
    Typed typed = Typed.of("policy", "check", good, "--fleet", fleet);

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.lines()).containsExactly(good + ": good");
  }

  @Test
  void everyFaultOfEveryFileIsToldAtOnce() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            policy("ahausen-office")
                .replace("Europe/Berlin", "Europe/Bärlin")
                .replace("06:", "6:"));
    Typed typed = Typed.of("policy", "check", bad, good);

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.lines()).hasSizeGreaterThan(2).last().isEqualTo(good + ": good");
    assertThat(typed.lines().getFirst())
        .matches(
            ".*bad\\.yaml:\\d+:\\d+: expected .*, found \"Europe/Bärlin\"; "
                + "did you mean \"Europe/Berlin\"\\?");
  }

  @Test
  void inJsonEachFaultHasItsPlace() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "kind: [");
    Typed typed = Typed.of("policy", "check", bad, good, "--json");

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.json().at("/0/file").asText()).isEqualTo(bad.toString());
    assertThat(typed.json().at("/0/faults/0/line").asInt()).isPositive();
    assertThat(typed.json().at("/1/faults")).isEmpty();
  }

  @Test
  void explainTellsEachTimeWithItsReasonInBothLanguages() {
    Typed english = Typed.of("policy", "explain", good, A_WEEK[0], A_WEEK[1], A_WEEK[2], A_WEEK[3]);
    Typed german =
        Typed.of(
            "policy", "explain", good, A_WEEK[0], A_WEEK[1], A_WEEK[2], A_WEEK[3], "--lang", "DE");

    assertThat(english.exit()).as(english.err()).isZero();
    assertThat(english.lines().getFirst()).startsWith("Mon 2026-10-19 ").contains("  awake ");
    assertThat(german.lines()).hasSameSizeAs(english.lines());
    assertThat(german.lines().getFirst()).startsWith("Mo");
    assertThat(german.out()).contains("  schläft  ");
  }

  @Test
  void explainNamesTheTestWhereItWakes() throws IOException {
    Files.writeString(
        good,
        Files.readString(good)
            .replace("{lead: PT30M}", "{lead: PT30M, test: https://permits.example.de/health}"));
    Typed typed = Typed.of("policy", "explain", good, A_WEEK[0], A_WEEK[1], A_WEEK[2], A_WEEK[3]);

    assertThat(typed.out()).contains("Waking up");
    assertThat(typed.lines())
        .allSatisfy(line ->
            assertThat(line.endsWith("Ready once this answers: https://permits.example.de/health."))
                .isEqualTo(line.contains("Waking up")));
  }

  @Test
  void explainInJsonTellsInstantsAndReasons() {
    var json =
        Typed.of("policy", "explain", good, A_WEEK[0], A_WEEK[1], A_WEEK[2], A_WEEK[3], "--json")
            .json();

    assertThat(json).isNotEmpty();
    assertThat(json.at("/0/at").asText()).matches("2026-10-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    assertThat(json.at("/0/asleep").asBoolean()).isFalse();
    assertThat(json.at("/0/because").asText()).isNotEmpty();
  }

  @Test
  void theSchemaOfEachKindIsJson() {
    assertThat(Typed.of("policy", "schema").json().at("/properties/kind/const").asText())
        .isEqualTo("SchedulePolicy");
    assertThat(
            Typed.of("policy", "schema", "--kind", "fleet")
                .json()
                .at("/properties/kind/const")
                .asText())
        .isEqualTo("Fleet");
    assertThat(
            Typed.of("policy", "schema", "--kind", "HolidayCalendar")
                .json()
                .at("/properties/kind/const")
                .asText())
        .isEqualTo("HolidayCalendar");
  }

  @Test
  void theDefinitionOfAKindIsForClustersThatTakeIt() {
    assertThat(Typed.of("policy", "schema", "--definition").lines())
        .contains("  name: schedulepolicies.feierabend.dev");
    assertThat(Typed.of("policy", "schema", "--kind", "ScheduleOverride", "--definition").lines())
        .contains("  name: scheduleoverrides.feierabend.dev");

    Typed fleet = Typed.of("policy", "schema", "--kind", "Fleet", "--definition");
    assertThat(fleet.exit()).isEqualTo(2);
    assertThat(fleet.err()).contains("SchedulePolicy or ScheduleOverride, but found Fleet");
  }

  @Test
  void withoutDatesItTellsTheWeekFromToday() {
    assertThat(Typed.of("policy", "explain", good).lines()).isNotEmpty();
  }

  @Test
  void wrongUsageIsTwoWithASentence() {
    wrong("Missing required subcommand", "policy");
    wrong("Missing required parameter", "policy", "check");
    wrong("Expected a file but found none: nowhere.yaml", "policy", "check", "nowhere.yaml");
    wrong("Expected a file that can be read", "policy", "check", folder);
    wrong("nowhere.yaml", "policy", "check", good, "--fleet", "nowhere.yaml");
    wrong("Invalid value for option '--from'", "policy", "explain", good, "--from", "yesterday");
    wrong(
        "Expected --to on or after --from",
        "policy",
        "explain",
        good,
        "--from",
        "2026-02-02",
        "--to",
        "2026-02-01");
  }

  private static void wrong(String sentence, Object... words) {
    Typed typed = Typed.of(words);
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains(sentence).doesNotContain("\tat ");
  }
}
