package dev.feierabend.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverrideFormsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void anEndThatTheClocksShowTwiceIsTheLaterOne() {
    assertThat(until("2026-10-25T02:30")).isEqualTo("2026-10-25T01:30:00Z");
  }

  @Test
  void anEndThatTheClocksSkipIsTheirChange() {
    assertThat(until("2027-03-28T02:30")).isEqualTo("2027-03-28T01:00:00Z");
  }

  private static Instant until(String local) {
    return new OverrideForms.Fields(List.of(), LocalDateTime.parse(local), "council")
        .wish(BERLIN)
        .until();
  }
}
