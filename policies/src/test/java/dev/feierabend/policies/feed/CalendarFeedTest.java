package dev.feierabend.policies.feed;

import static dev.feierabend.policies.Documents.EVALUATION;
import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Read as text: what a subscriber's calendar is sent, line by line.
class CalendarFeedTest {
  private static final Instant MONDAY = Instant.parse("2026-06-07T22:00:00Z");
  private static final Instant NEXT = MONDAY.plus(Duration.ofDays(7));

  @Test
  void eachSleepIsAnEventThatBlocksNobodysTime() {
    assertThat(unfolded(feed(TOWN_HALL, Locale.ENGLISH)))
        .containsSubsequence(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:ahausen/rathaus",
            "BEGIN:VEVENT",
            "UID:20260608T180000Z.ahausen/rathaus@feierabend.dev",
            "DTSTAMP:20260607T220000Z",
            "DTSTART:20260608T180000Z",
            "DTEND:20260609T033000Z",
            "SUMMARY:rathaus asleep",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR")
        .anyMatch(line -> line.startsWith("DESCRIPTION:Asleep by the rule"))
        .anyMatch(line -> line.endsWith("Ready again by 06:00."));
  }

  @Test
  void theSleepThatIsOnAtTheBeginningIsToldFromItsOwnBeginning() {
    assertThat(unfolded(feed(TOWN_HALL, Locale.ENGLISH)))
        .filteredOn(line -> line.startsWith("DTSTART"))
        .containsExactly(
            "DTSTART:20260605T180000Z", "DTSTART:20260608T180000Z", "DTSTART:20260612T180000Z");
  }

  @Test
  void theSameDaysMakeTheSameBytesAndAnotherPeriodTheSameEvents() {
    String feed = feed(TOWN_HALL, Locale.ENGLISH);
    String later =
        new CalendarFeed(EVALUATION, "ahausen/rathaus", Locale.ENGLISH, MONDAY)
            .of(
                List.of(policy(TOWN_HALL)),
                Instant.parse("2026-06-08T20:00:00Z"),
                Instant.parse("2026-06-09T00:00:00Z"));

    assertThat(feed(TOWN_HALL, Locale.ENGLISH)).isEqualTo(feed);
    assertThat(feed)
        .contains(later.substring(later.indexOf("BEGIN:VEVENT"), later.indexOf("END:VC")));
  }

  @Test
  void theEndOfTheValidityEndsTheEvent() {
    String validity = TOWN_HALL.replace("to: 2027-12-31", "to: 2026-06-08");

    assertThat(unfolded(feed(validity, Locale.ENGLISH)))
        .contains("DTSTART:20260608T180000Z", "DTEND:20260608T213000Z")
        .doesNotContain("DTSTART:20260612T180000Z");
  }

  @Test
  void inGermanWithUmlautsAndWithoutPoliciesEmpty() {
    assertThat(unfolded(feed(TOWN_HALL, Locale.GERMANY)))
        .contains("SUMMARY:rathaus schläft")
        .anyMatch(line -> line.startsWith("DESCRIPTION:Schläft nach der Regel „Mon 20:00"));
    assertThat(new CalendarFeed(EVALUATION, "a", Locale.GERMAN, MONDAY).of(List.of(), MONDAY, NEXT))
        .contains("END:VCALENDAR")
        .doesNotContain("VEVENT");
  }

  @Test
  void oneCalendarHoldsManyAgreementsEachUnderItsNameAndMachinesThatAreOff() {
    var agreements =
        new TreeMap<>(Map.of("a/rathaus", policy(TOWN_HALL), "b/rathaus", policy(TOWN_HALL)));
    var off = new CalendarFeed.Off("4711", "host-1", MONDAY, MONDAY.plusSeconds(3_600));
    String feed =
        new CalendarFeed(EVALUATION, "north", Locale.GERMAN, MONDAY)
            .ofAll(agreements, List.of(off), MONDAY, NEXT);

    assertThat(unfolded(feed))
        .contains(
            "UID:20260608T180000Z.a/rathaus@feierabend.dev",
            "UID:20260608T180000Z.b/rathaus@feierabend.dev",
            "SUMMARY:b/rathaus schläft",
            "UID:20260607T220000Z.4711@feierabend.dev",
            "SUMMARY:host-1 ist aus",
            "DTEND:20260607T230000Z")
        .filteredOn(line -> line.startsWith("UID"))
        .doesNotHaveDuplicates();
  }

  private static String feed(String document, Locale locale) {
    return new CalendarFeed(EVALUATION, "ahausen/rathaus", locale, MONDAY)
        .of(List.of(policy(document)), MONDAY, NEXT);
  }

  /// RFC 5545, 3.1: lines end in CRLF, have at most 75 octets, and go on after a blank.
  private static List<String> unfolded(String feed) {
    assertThat(feed.split("\r\n")).allMatch(line -> line.length() <= 75 && !line.contains("\n"));
    return List.of(feed.replace("\r\n ", "").split("\r\n"));
  }
}
