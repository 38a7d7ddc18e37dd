package dev.feierabend.app.demo;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.sandbox.centre.EnergyMeter;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the week came to.
record Summary(PrintWriter out, Phrases phrases, Locale locale, DemoSettings settings) {

  void energy(EnergyMeter meter) {
    double saved = meter.saved();
    out.println(
        phrases.of(
            "energy",
            meter.used(),
            meter.everythingOn(),
            saved,
            100 * saved / meter.everythingOn(),
            meter.boots()));
  }

  void punctuality(List<Duration> spare) {
    List<Long> minutes = spare.stream().map(Duration::toMinutes).sorted().toList();
    long onTime = spare.stream().filter(early -> !early.isNegative()).count();
    out.println(
        phrases.of(
            "punctuality",
            onTime,
            minutes.size(),
            minutes.isEmpty() ? 0 : minutes.getFirst(),
            minutes.isEmpty() ? 0 : minutes.get(minutes.size() / 2)));
  }

  void history(int events, long commits) {
    out.println(phrases.of("events", events, commits, settings.out().toString()));
  }

  void verification(Verification verification) {
    out.println(
        switch (verification) {
          case Verification.Intact(_, _, var hash, _, _) -> phrases.of("intact", hash);
          case Verification.Broken broken -> phrases.of("broken", FlawText.of(broken, locale));
          case Verification.Unreadable(var why) -> phrases.of("broken", why);
        });
  }

  void speed(long nanos) {
    out.println(phrases.of("speed", settings.days(), nanos / 1e9));
  }
}
