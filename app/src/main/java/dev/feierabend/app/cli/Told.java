package dev.feierabend.app.cli;

import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.reporting.Sentences;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A recorded event as one line: number, time, whose it is, what happened.
final class Told {
  private final Sentences sentences;
  private final DateTimeFormatter clock;

  Told(Sentences sentences, Locale locale, ZoneId zone) {
    this.sentences = sentences;
    this.clock = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm:ss", locale).withZone(zone);
  }

  String line(Recorded recorded) {
    return "%6d  %s  %-22s  %s"
        .formatted(
            recorded.commit(), clock.format(recorded.time()), recorded.owner(), sentence(recorded));
  }

  String sentence(Recorded recorded) {
    return sentences.of(recorded.event());
  }
}
