package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyDiffCommandTest {
  private static final String RATHAUS =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
          - {from: Fri 20:00, to: Mon 06:00}
        readyBy: {lead: PT30M}
      """;

  @TempDir Path folder;
  private Path old;

  @BeforeEach
  void writeTheOldOne() throws IOException {
    old = Files.writeString(folder.resolve("old.yaml"), RATHAUS);
  }

  @Test
  void theHoursOfEachWeekdayAndYearWithTheFirstStretches() throws IOException {
    Typed typed = diff(RATHAUS.replace("Mon 20:00", "Mon 19:00"), "--most", 2);

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.lines())
        .containsExactly(
            "What changed:",
            "  asleep: Mon 20:00 → Tue 06:00, Fri 20:00 → Mon 06:00 → "
                + "Mon 19:00 → Tue 06:00, Fri 20:00 → Mon 06:00",
            "",
            "Mon 2026-12-14 19:00 – Mon 2026-12-14 20:00  1 h now asleep. Asleep by the rule "
                + "“Mon 19:00 → Tue 06:00” in line 8. "
                + "Before: Awake because no window for sleep covers now.",
            "Mon 2026-12-21 19:00 – Mon 2026-12-21 20:00  1 h now asleep. Asleep by the rule "
                + "“Mon 19:00 → Tue 06:00” in line 8. "
                + "Before: Awake because no window for sleep covers now.",
            "2 more stretches; --most 4 tells them too.",
            "",
            "                 now asleep      now awake",
            "Monday                  4 h            0 h",
            "2026                    3 h            0 h",
            "2027                    1 h            0 h",
            "In all 4 h more asleep and 0 h more awake.");
  }

  @Test
  void onlyACommentInBothLanguages() throws IOException {
    assertThat(diff("# agreed upon\n" + RATHAUS).lines())
        .containsExactly("Only comments, order or spelling changed; both agree upon the same.");
    assertThat(diff("# agreed upon\n" + RATHAUS, "--lang", "de").out())
        .startsWith("Nur Kommentare");
    assertThat(diff(RATHAUS).lines()).containsExactly("The same document.");
  }

  @Test
  void inJsonForPrograms() throws IOException {
    var json = diff(RATHAUS.replace("Fri 20:00", "Sat 20:00"), "--json").json();

    assertThat(json.at("/sameMeaning").asBoolean(true)).isFalse();
    assertThat(json.at("/changes/0/asleep").asBoolean(true)).isFalse();
    assertThat(json.at("/changes/0/from").asText()).isEqualTo("2026-12-11T19:00:00Z");
    assertThat(json.at("/tally/byWeekday/FRIDAY/awake").asText()).isEqualTo("PT20H");
    assertThat(json.at("/tally/byYear/2027/awake").asText()).isEqualTo("PT28H");
  }

  @Test
  void aFaultyOneIsNotCompared() throws IOException {
    Typed typed = diff(RATHAUS.replace("zone", "zoen"));

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains("new.yaml:6:3: ").contains("did you mean \"zone\"?");
  }

  private Typed diff(String newer, Object... more) throws IOException {
    Path next = Files.writeString(folder.resolve("new.yaml"), newer);
    var words = new Object[8 + more.length];
    System.arraycopy(
        new Object[] {"policy", "diff", old, next, "--from", "2026-12-10", "--to", "2027-01-08"},
        0,
        words,
        0,
        8);
    System.arraycopy(more, 0, words, 8, more.length);
    return Typed.of(words);
  }
}
