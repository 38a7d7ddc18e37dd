package dev.feierabend.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.calendar.Holiday;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BecauseTextTest {
  private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
  private static final Instant MORNING = Instant.parse("2026-12-28T05:00:00Z");

  private static final String AROUND = "before holiday 12:00 → after holiday 06:30";
  private static final Holiday CHRISTMAS = new Holiday(CHRISTMAS_EVE, "Heiligabend");

  private static final List<Because> ALL =
      List.of(
          new Because.Rule("Mon 20:00 → Tue 06:00", 1009, Optional.empty()),
          new Because.Rule("Mon 20:00 → Tue 06:00", 9, Optional.of("nobody's here")),
          new Because.ByHoliday(AROUND, 9, Optional.empty(), CHRISTMAS),
          new Because.ByHoliday(AROUND, 9, Optional.of("closed"), CHRISTMAS),
          new Because.Never("2026-09-20", 14, Optional.of("election Sunday")),
          new Because.Never("Sat 08:00 → 13:00", 15, Optional.empty()),
          new Because.UnknownList("election-sundays", 16),
          new Because.ByDate(CHRISTMAS_EVE),
          new Because.StaysAwake(CHRISTMAS_EVE),
          new Because.NoWindow(),
          new Because.WakingUp(MORNING),
          new Because.NotYetValid(CHRISTMAS_EVE),
          new Because.NoLongerValid(CHRISTMAS_EVE));

  @Test
  void everyReasonIsAGermanSentence() {
    assertThat(ALL.stream().map(because -> BecauseText.of(because, Locale.GERMANY)))
        .containsExactly(
            "Schläft nach der Regel „Mon 20:00 → Tue 06:00“ in Zeile 1009.",
            "Schläft nach der Regel „Mon 20:00 → Tue 06:00“ in Zeile 9: nobody's here.",
            "Schläft nach der Feiertagsregel „before holiday 12:00 → after holiday 06:30“ in Zeile 9."
                + " Feiertag ist Donnerstag, 24. Dezember 2026: Heiligabend.",
            "Schläft nach der Feiertagsregel „before holiday 12:00 → after holiday 06:30“ in Zeile 9:"
                + " closed. Feiertag ist Donnerstag, 24. Dezember 2026: Heiligabend.",
            "Bleibt wach: Während „2026-09-20“ in Zeile 14 schläft nichts (election Sunday).",
            "Bleibt wach: Während „Sat 08:00 → 13:00“ in Zeile 15 schläft nichts.",
            "Bleibt wach: Die Liste „election-sundays“ aus Zeile 16 steht hier in keinem Kalender.",
            "Schläft wegen der Ausnahme für Donnerstag, 24. Dezember 2026.",
            "Bleibt wach wegen der Ausnahme für Donnerstag, 24. Dezember 2026.",
            "Wach, weil jetzt kein Schlaffenster gilt.",
            "Wacht auf und ist bereit bis Montag, 28. Dezember 2026, 05:00 Uhr (UTC).",
            "Wach, weil die Vereinbarung erst ab Donnerstag, 24. Dezember 2026 gilt.",
            "Wach, weil die Vereinbarung nur bis Donnerstag, 24. Dezember 2026 galt.");
  }

  @Test
  void everyReasonIsAnEnglishSentenceForEverybodyElse() {
    assertThat(ALL.stream().map(because -> BecauseText.of(because, Locale.FRANCE)))
        .containsExactly(
            "Asleep by the rule “Mon 20:00 → Tue 06:00” in line 1009.",
            "Asleep by the rule “Mon 20:00 → Tue 06:00” in line 9: nobody's here.",
            "Asleep by the holiday rule “before holiday 12:00 → after holiday 06:30” in line 9."
                + " The holiday is Thursday, 24 December 2026: Heiligabend.",
            "Asleep by the holiday rule “before holiday 12:00 → after holiday 06:30” in line 9:"
                + " closed. The holiday is Thursday, 24 December 2026: Heiligabend.",
            "Stays awake: nothing ever sleeps during “2026-09-20” of line 14 (election Sunday).",
            "Stays awake: nothing ever sleeps during “Sat 08:00 → 13:00” of line 15.",
            "Stays awake: the list “election-sundays” of line 16 is in no calendar here.",
            "Asleep by the exception for Thursday, 24 December 2026.",
            "Stays awake by the exception for Thursday, 24 December 2026.",
            "Awake because no window for sleep covers now.",
            "Waking up, to be ready by Monday, 28 December 2026, 05:00 (UTC).",
            "Awake because the agreement counts from Thursday, 24 December 2026 only.",
            "Awake because the agreement counted until Thursday, 24 December 2026 only.");
  }

  @Test
  void timesAreToldInTheZoneThatIsAskedFor() {
    assertThat(
            BecauseText.of(
                new Because.WakingUp(MORNING), Locale.GERMAN, ZoneId.of("Europe/Berlin")))
        .contains("06:00 Uhr (MEZ)");
  }
}
