package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {
  private static final String EVENING = "2026-05-11 22:10";

  @TempDir static Path journal;

  @BeforeAll
  static void live() {
    assertThat(Typed.demo(journal, "--seed", 7).exit()).isZero();
  }

  @Test
  void aPoolThatSleptIsToldInOneSentenceWithRulePeopleAndPlan() {
    Typed typed = why("ahausen-office", EVENING);

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out().replaceAll("document [0-9a-f]{8} ", "document D "))
        .isEqualToNormalizingNewlines(
            "ahausen-office (13 of 13 workloads) was asleep at Mon 11 May 2026 22:10: the policy"
                + " ahausen/rathaus let it sleep until Tue 12 May 2026 06:00 by its rule"
                + " Mon 19:00 → Tue 06:30 (line 9); document D of ahausen/rathaus was proposed by"
                + " Petra Brandt (actor-17) at Mon 11 May 2026 09:00 and approved by"
                + " Jonas Weiß (actor-4) at Mon 11 May 2026 10:00; the plan of"
                + " Mon 11 May 2026 19:00 decided it (active); it was begun at"
                + " Mon 11 May 2026 19:00 and seen done at Mon 11 May 2026 19:01.\n");
  }

  @Test
  void inGermanToo() {
    assertThat(why("ahausen-office", EVENING, "--lang", "de").out())
        .contains(" schlief am Mo. 11. Mai 2026 22:10: der Zeitplan ", " genehmigt; der Plan vom ");
  }

  @Test
  void aHostThatWasOffIsToldWithWhatLetItGo() {
    List<String> hosts =
        IntStream.rangeClosed(1, 6)
            .mapToObj(number -> why("host-%02d".formatted(number), "2026-05-12 02:00").out())
            .toList();

    assertThat(hosts)
        .anySatisfy(told ->
            assertThat(told)
                .contains(" was off at Tue 12 May 2026 02:00: its 2 guests fit on ")
                .contains(" approved by Jonas Weiß (actor-4) "))
        .anySatisfy(told -> assertThat(told).contains(" was on at Tue 12 May 2026 02:00: "));
  }

  /// A week is too little to test a forecast with.
  @Test
  void ofAWorkloadItIsToldByWhatItsNeedWasPlannedInBothLanguages() {
    String english = why("vm-01-1", "2026-05-13 22:10").out();

    assertThat(english.lines()).hasSize(2);
    assertThat(english.lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("The forecast is not used: ")
        .endsWith(
            " hours are recorded well enough to test it, 504 are needed."
                + " The highest of the last seven days and a fifth more is used instead.");
    assertThat(why("vm-01-1", "2026-05-13 22:10", "--lang", "de").out())
        .contains("\nDie Prognose wird nicht verwendet: ");
    assertThat(why("vm-01-1", "2026-05-13 22:10", "--json").json().path("need").asText())
        .isEqualTo(english.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void whatWasAwakeIsToldToo() {
    assertThat(why("ahausen-office", "2026-05-12 11:00").out())
        .contains(" was awake at Tue 12 May 2026 11:00: the policy ahausen/rathaus kept it awake");
  }

  @Test
  void forProgramsItIsDataWithTheWholeDigests() {
    JsonNode told = why("ahausen-office", EVENING, "--json").json();

    assertThat(told.path("sentence").asText()).startsWith("ahausen-office (");
    assertThat(told.at("/why/state").asText()).isEqualTo("ASLEEP");
    assertThat(told.at("/why/agreements/0/approver").asText()).isEqualTo("actor-4");
    assertThat(told.at("/why/agreements/0/digest").asText()).hasSize(64);
    assertThat(told.at("/why/plan/inputs").asText()).hasSize(64);
  }

  @Test
  void anUnknownSubjectIsTwoAndTheNearestWordIsTold() {
    Typed typed = why("ahausen-ofice", EVENING);

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err())
        .contains("found \"ahausen-ofice\"; did you mean \"ahausen-office\"?")
        .hasLineCount(1);
  }

  @Test
  void aTimeThatIsNoneIsTwo() {
    for (String time : List.of("2026-12-24", "yesterday", "2026-12-24 25:10", "")) {
      Typed typed = why("ahausen-office", time);
      assertThat(typed.exit()).as(time).isEqualTo(Exit.USAGE);
      assertThat(typed.err()).contains("--at", "\"2026-12-24 14:10\"");
    }
    assertThat(Typed.of("why", "x", "--at", EVENING, "--journal", journal.resolve("none")).exit())
        .isEqualTo(Exit.USAGE);
  }

  private static Typed why(String subject, String at, Object... more) {
    var words = new Object[6 + more.length];
    Object[] first = {"why", subject, "--at", at, "--journal", journal};
    System.arraycopy(first, 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    return Typed.of(words);
  }
}
