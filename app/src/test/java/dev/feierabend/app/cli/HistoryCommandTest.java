package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  @TempDir static Path journal;

  @BeforeAll
  static void live() {
    assertThat(Typed.demo(journal).exit()).isZero();
  }

  @Test
  void everyEventIsOneSentence() {
    Typed typed = history();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.lines()).hasSizeGreaterThan(100).allMatch(line -> !line.contains("{"));
    assertThat(typed.out())
        .contains("Jonas Weiß (actor-4) approved the policy ahausen/rathaus ", "host-02");
  }

  @Test
  void inGermanToo() {
    assertThat(history("--lang", "de").lines())
        .hasSameSizeAs(history().lines())
        .anyMatch(line -> line.contains(" hat den Zeitplan ahausen/rathaus genehmigt "));
  }

  @Test
  void withoutTheFileOfNamesPeopleArePseudonyms(@TempDir Path copy) throws IOException {
    for (String name : new String[] {"journal.mv", "head.json"}) {
      Files.copy(journal.resolve(name), copy.resolve(name));
    }
    assertThat(Typed.of("history", "--journal", copy).out())
        .contains(" actor-4 approved the policy ahausen/rathaus ")
        .doesNotContain("Jonas");

    Files.writeString(copy.resolve("actors.yaml"), "nobody");
    assertThat(Typed.of("history", "--journal", copy))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("`id: name`", "actors.yaml"));
  }

  @Test
  void namesStayOutsideTheJournal() throws IOException {
    byte[] store = Files.readAllBytes(journal.resolve("journal.mv"));

    assertThat(new String(store, StandardCharsets.UTF_8))
        .contains("actor-4")
        .doesNotContain("Weiß");
  }

  @Test
  void everyMorningAfterTheFirstEventsIsSigned() {
    assertThat(history("--about", "is signed").lines()).hasSize(2);
    assertThat(history("--lang", "de").out()).contains("Die Geschichte bis zum Eintrag ");
  }

  @Test
  void byDayAndByName() {
    int all = history().lines().size();
    int monday = history("--to", "2026-05-11").lines().size();
    int tuesday = history("--from", "2026-05-12").lines().size();

    assertThat(monday).isPositive();
    assertThat(tuesday).isPositive();
    assertThat(monday + tuesday).isEqualTo(all);
    assertThat(history("--about", "host-02").lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("host-02"));
  }

  @Test
  void inJsonOneEventALine() {
    List<JsonNode> events = history("--json").lines().stream().map(Typed::json).toList();

    assertThat(events).hasSameSizeAs(history().lines());
    assertThat(events)
        .allSatisfy(event -> {
          assertThat(event.path("commit").asLong()).isPositive();
          assertThat(event.path("time").asText()).endsWith("Z");
          assertThat(event.path("sentence").asText()).isNotEmpty();
          assertThat(event.path("event").isObject()).isTrue();
        });
    assertThat(events)
        .filteredOn(event -> event.path("type").asText().equals("PolicyApproved"))
        .extracting(event -> event.at("/event/by").asText())
        .contains("actor-4");
  }

  @Test
  void noJournalIsTwo() {
    Typed typed = Typed.of("history", "--journal", journal.resolve("nothing"));

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).startsWith("Expected a journal's directory").hasLineCount(1);
    assertThat(history("--zone", "Mars/Base").err()).contains("'--zone'", "Mars/Base");
  }

  private static Typed history(Object... more) {
    var words = new Object[3 + more.length];
    System.arraycopy(new Object[] {"history", "--journal", journal}, 0, words, 0, 3);
    System.arraycopy(more, 0, words, 3, more.length);
    return Typed.of(words);
  }
}
