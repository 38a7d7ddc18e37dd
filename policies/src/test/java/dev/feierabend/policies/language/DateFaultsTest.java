package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One fault at a time, in leads, exceptions and validity.
class DateFaultsTest {

  @Test
  void aNegativeLead() {
    only(
        with("PT30M", "-PT30M"),
        "policy.yaml:15:19: expected a lead of at least PT0S, for example PT30M, found \"-PT30M\"");
  }

  @Test
  void aLeadLongerThanAnInterval() {
    only(
        with("PT30M", "PT11H"),
        "policy.yaml:15:19: expected a lead shorter than every interval, for example PT30M, "
            + "found PT11H, but \"Mon 20:00 → Tue 06:00\" is PT10H long");
  }

  @Test
  void aLeadLongerThanAnExceptionsHours() {
    only(
        with("to: \"06:00\"", "to: \"14:20\""),
        "policy.yaml:15:19: expected a lead shorter than every interval, for example PT30M, "
            + "found PT30M, but the exception of 2026-12-28 is PT20M long");
  }

  @Test
  void anExceptionDateTwice() {
    only(
        with("2026-12-28", "2026-12-24"),
        "policy.yaml:13:7: expected one exception a date, "
            + "found 2026-12-24 again, first in line 12");
  }

  @Test
  void anExceptionThatSaysBothOrNothing() {
    only(
        with("awake: true}", "awake: true, asleep: {from: \"14:00\", to: \"15:00\"}}"),
        "policy.yaml:12:7: expected either \"awake: true\" or \"asleep\", found both");
    only(
        with(", awake: true}", "}"),
        "policy.yaml:12:7: expected either \"awake: true\" or \"asleep\", found neither");
    only(
        with("awake: true}", "awake: false}"), "policy.yaml:12:33: expected true, found \"false\"");
  }

  @Test
  void aDateThatIsNone() {
    only(
        with("2026-12-24", "2026-02-30"),
        "policy.yaml:12:14: expected a date, for example 2026-12-24, found \"2026-02-30\"");
  }

  @Test
  void aValidityThatEndsBeforeItBegins() {
    only(
        with("2027-12-31", "2025-12-31"),
        "policy.yaml:14:36: expected a last day at or after the first, 2026-01-01, "
            + "found 2025-12-31");
  }

  private static String with(String old, String replacement) {
    assertThat(TOWN_HALL).contains(old);
    return TOWN_HALL.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(replacement));
  }

  private static void only(String document, String fault) {
    assertThat(policyFaults(document)).containsExactly(fault);
  }
}
