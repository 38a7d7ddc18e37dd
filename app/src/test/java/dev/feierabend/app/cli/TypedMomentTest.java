package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class TypedMomentTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void localTimeIsThatOfTheZoneAndAnOffsetIsItsOwn() {
    Instant ten = Instant.parse("2026-11-26T22:00:00Z");
    for (String text :
        new String[] {
          "2026-11-26 23:00",
          "2026-11-26T23:00",
          "2026-11-26T23:00:00",
          "2026-11-26T22:00Z",
          "2026-11-26T22:00:00Z",
          "2026-11-27T00:00+02:00"
        }) {
      assertThat(typed(text).last(BERLIN)).as(text).isEqualTo(ten);
    }
  }

  @Test
  void inTheHourThatTheClocksShowTwiceABeginningIsTheFirstAndAnEndTheLast() {
    TypedMoment twice = typed("2026-10-25 02:30");

    assertThat(twice.first(BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(twice.last(BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
  }

  @Test
  void aTimeThatTheClocksSkipIsTheInstantOfTheChange() {
    assertThat(typed("2026-03-29 02:30").last(BERLIN)).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void anotherFormIsRefusedWithAnExample() {
    for (String text :
        new String[] {"", "noon", "2026-11-26", "26.11.2026 23:00", "2026-02-30 10:00"}) {
      assertThatExceptionOfType(TypeConversionException.class)
          .as(text)
          .isThrownBy(() -> typed(text))
          .withMessageContaining("2026-11-26T22:00Z");
    }
  }

  private static TypedMoment typed(String text) {
    return new TypedMoment.Converter().convert(text);
  }
}
