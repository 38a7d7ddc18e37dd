package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.policies.language.Document;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `agreement …` on a journal at hand; `app.office` holds what every office does.
class AgreementCommandsTest {
  private static final ThreeTowns.Proposal TOWN_HALL = new ThreeTowns(4, 1).proposals().getFirst();
  private static final String DIGEST = Document.of(TOWN_HALL.document().getBytes(UTF_8)).digest();

  @TempDir Path journal;
  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void anEmptyJournalBesideItsFleet() throws IOException {
    EmbeddedCommitLog.open(journal, () -> Instant.EPOCH).close();
    Files.writeString(journal.resolve(Beside.FLEET), new ThreeTowns(4, 1).fleet());
    policy = Files.writeString(folder.resolve("rathaus.yaml"), TOWN_HALL.document());
  }

  @Test
  void anAgreementBeginsAndEndsOnTheCommandLine() {
    assertThat(good("propose", policy, "--as", "actor-17"))
        .containsExactly("ahausen/rathaus  proposed  %.12s  by actor-17".formatted(DIGEST));
    assertThat(good("approve", "ahausen/rathaus", DIGEST.substring(0, 8), "--as", "actor-4"))
        .containsExactly(
            "ahausen/rathaus  in force  %.12s  by actor-17  approved by actor-4".formatted(DIGEST));
    assertThat(good("show", "ahausen/rathaus"))
        .contains("  Standing  in force", "  Digest    " + DIGEST, "kind: SchedulePolicy");
    assertThat(good("list", "--lang", "de")).singleElement().asString().contains("in Kraft");
    assertThat(good("list", "--tenant", "bergstadt")).isEmpty();

    good("withdraw", "ahausen/rathaus", "--because", "we move", "--as", "actor-4");
    assertThat(typed("list", "--json").json().at("/0/standing").asText()).isEqualTo("ended");
  }

  @Test
  void aRefusalIsOneSentenceInTheAskersLanguageAndEndsOne() {
    good("propose", policy, "--as", "actor-4");
    Object[] own = {"approve", "ahausen/rathaus", DIGEST, "--as", "actor-4"};

    assertThat(typed(own))
        .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.NO))
        .satisfies(no -> assertThat(no.err()).startsWith("Expected an approver other than"))
        .satisfies(no -> assertThat(no.err()).hasLineCount(1));
    assertThat(typed(with(own, "--lang", "de")).err()).startsWith("Genehmigen muss jemand anderes");
    assertThat(typed(with(own, "--json")).json().at("/refused/code").asText())
        .isEqualTo("own-policy");
  }

  @Test
  void everyFaultOfADocumentIsToldWithItsPlaceAndEndsOne() throws IOException {
    Files.writeString(policy, TOWN_HALL.document().replace("ahausen-office", "hosts"));

    Typed no = typed("propose", policy, "--as", "actor-17");
    assertThat(no.exit()).isEqualTo(Exit.NO);
    assertThat(no.err()).startsWith(policy + ":").contains("a pool of the tenant");
    Typed json = typed("propose", policy, "--as", "actor-17", "--json");
    assertThat(json.json().at("/faults/0/line").asInt()).isPositive();
  }

  @Test
  void anOverrideHasAnEndInLocalTimeOrWithAnOffset() {
    String tomorrow = tomorrow();
    assertThat(keepAwake(tomorrow + " 23:00", "--pools", "ahausen-office").out())
        .contains("ahausen-office", "until " + tomorrow + " 23:00", "actor-4: council");
    assertThat(keepAwake(tomorrow + "T21:00Z", "--zone", "UTC").lines())
        .anyMatch(line -> line.contains("all pools  ") && line.contains(tomorrow + " 21:00"));
    assertThat(good("overrides")).hasSize(2);

    assertThat(good("override", "ahausen", "--end", "--pools", "ahausen-office", "--as", "x"))
        .singleElement()
        .asString()
        .contains("all pools");
    assertThat(good("override", "ahausen", "--end", "--as", "x")).isEmpty();
    assertThat(typed("override", "ahausen", "--end", "--as", "x").exit()).isEqualTo(Exit.NO);
  }

  @Test
  void eachSideLiftsItsOwnFreeze() {
    Object[] freeze = {"freeze", "ahausen", "--because", "storm", "--as", "x"};
    Object[] thaw = {"thaw", "ahausen", "--as", "x"};

    assertThat(good(with(freeze, "--operator"))).singleElement().asString().contains("in force");
    assertThat(typed(thaw).exit()).isEqualTo(Exit.NO);
    good(with(thaw, "--operator"));
    assertThat(typed(with(thaw, "--operator")).exit()).isEqualTo(Exit.NO);
    good("freeze", "--all", "--because", "storm", "--as", "x");
    assertThat(good("thaw", "--all", "--as", "x")).containsExactly("The freeze is lifted.");
  }

  @Test
  void aDeputyIsNamedListedAndDismissed() {
    String tomorrow = tomorrow();
    Object[] named = {"deputise", "ahausen", "actor-5", "--from", tomorrow + "T08:00"};

    assertThat(good(with(named, "--until", tomorrow + " 18:00", "--as", "actor-4")))
        .containsExactly(
            "actor-5 in place of actor-4  from %1$s 08:00 until %1$s 18:00".formatted(tomorrow));
    assertThat(good("deputies", "ahausen")).hasSize(1);
    assertThat(good("dismiss", "ahausen", "actor-5", "--as", "actor-4")).isEmpty();
  }

  @Test
  void rejectedAndTakenBackAreToldApart() {
    good("propose", policy, "--as", "actor-17");
    assertThat(good("take-back", "ahausen/rathaus", DIGEST, "--as", "actor-17"))
        .allMatch(line -> line.contains("taken back"));

    good("propose", policy, "--as", "actor-17");
    Object[] rejection = {"reject", "ahausen/rathaus", DIGEST, "--because", "no", "--as", "x"};
    assertThat(good(rejection)).allMatch(line -> line.contains("rejected"));
    assertThat(typed(rejection).exit()).isEqualTo(Exit.NO);
  }

  @Test
  void whatCannotBeMeantIsWrongUsage() {
    good("propose", policy, "--as", "x");
    usage("did you mean", "show", "ahausen/rathus");
    usage("TENANT/POLICY", "show", "rathaus");
    usage("--as ACTOR", "propose", policy);
    usage("found none", "propose", folder.resolve("nothing.yaml"), "--as", "x");
    usage("1 to 500 characters", "freeze", "--all", "--because", " ", "--as", "x");
    usage("a tenant of this fleet", "freeze", "nowhere", "--because", "x", "--as", "x");
    usage("2026-11-26 23:00", "deputise", "a", "b", "--from", "noon", "--until", "x");
    assertThat(Typed.of("agreement", "list"))
        .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.USAGE))
        .satisfies(no -> assertThat(no.err()).contains("--server", "--journal"));
  }

  @Test
  void whereAServiceHoldsTheJournalItIsLeftAlone() {
    try (var _ = EmbeddedCommitLog.open(journal, () -> Instant.EPOCH)) {
      assertThat(typed("list"))
          .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.OUTAGE))
          .satisfies(no -> assertThat(no.err()).contains("is already open"));
    }
    assertThat(Typed.of("agreement", "list", "--journal", folder))
        .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.USAGE))
        .satisfies(no -> assertThat(folder.resolve("journal.mv")).doesNotExist());
  }

  private Typed keepAwake(String until, String... more) {
    Object[] words = {
      "override", "ahausen", "--until", until, "--because", "council", "--as", "actor-4"
    };
    Typed typed = typed(with(words, (Object[]) more));
    assertThat(typed.exit()).as(typed.err()).isZero();
    return typed;
  }

  private static String tomorrow() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
  }

  private void usage(String said, Object... words) {
    assertThat(typed(words))
        .satisfies(no -> assertThat(no.err()).contains(said).doesNotContain("\tat "))
        .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.USAGE));
  }

  private List<String> good(Object... words) {
    Typed typed = typed(words);
    assertThat(typed.exit()).as(typed.err()).isZero();
    return typed.lines();
  }

  private Typed typed(Object... words) {
    return Typed.of(with(with(new Object[] {"agreement"}, words), "--journal", journal));
  }

  private static Object[] with(Object[] words, Object... more) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray();
  }
}
