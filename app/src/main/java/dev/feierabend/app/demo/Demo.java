package dev.feierabend.app.demo;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.reporting.Sentences;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.sandbox.time.VirtualTime;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Lives the week and tells it.
public final class Demo {
  private final DemoSettings settings;
  private final Fleet fleet;
  private final PrintWriter out;
  private final Locale locale;
  private final UnaryOperator<String> names;

  /// @param fleet the three towns' fleet, as `ThreeTowns` wrote it
  /// @param names what people call machines
  public Demo(
      DemoSettings settings,
      Fleet fleet,
      PrintWriter out,
      Locale locale,
      UnaryOperator<String> names) {
    this.settings = settings;
    this.fleet = fleet;
    this.out = out;
    this.locale = locale;
    this.names = names;
  }

  /// True if the history that the week left verifies.
  ///
  /// @param nanos real time, to tell how long it took
  public boolean run(LongSupplier nanos) {
    long began = nanos.getAsLong();
    var phrases = Phrases.ofDemo(locale);
    var time = new VirtualTime(ThreeTowns.START);
    var teller = new Teller(new Sentences(locale, ThreeTowns.ZONE, names), time);
    long guests = fleet.hosts().stream().mapToLong(host -> host.guests().size()).sum();
    out.println(phrases.of("title", settings.hosts(), guests, Long.toString(settings.seed())));
    var summary = new Summary(out, phrases, locale, settings);
    var log = EmbeddedCommitLog.unflushed(settings.out(), time);
    try (var week = new DemoWeek(settings, fleet, time, log, teller)) {
      live(week, teller, phrases);
      out.println();
      summary.energy(week.centre.meter());
      summary.punctuality(teller.spare());
      summary.history(teller.events(), log.head().number());
    }
    Verification verification = JournalVerifier.verify(settings.out());
    summary.verification(verification);
    summary.speed(nanos.getAsLong() - began);
    return verification instanceof Verification.Intact;
  }

  private void live(DemoWeek week, Teller teller, Phrases phrases) {
    var timeline = new Timeline(out, phrases, locale, "guests");
    for (int day = 0; day < settings.days(); day++) {
      Instant midnight = ThreeTowns.START.plus(Duration.ofDays(day));
      var hostsOn = new ArrayList<Integer>();
      timeline.day(midnight);
      through(week, midnight, 0, 16, hostsOn);
      timeline.stretch("morning", teller.next());
      through(week, midnight, 16, 24, hostsOn);
      timeline.stretch("evening", teller.next());
      timeline.bar("hosts-by-hour", hostsOn, settings.hosts());
      out.flush();
    }
  }

  private static void through(
      DemoWeek week, Instant midnight, int from, int to, List<Integer> hostsOn) {
    for (int hour = from; hour < to; hour++) {
      week.time.runUntil(midnight.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(59)));
      hostsOn.add(
          (int)
              week.centre.observe().hosts().stream()
                  .filter(host -> host.power() == Power.ON)
                  .count());
    }
  }
}
