package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.reporting.Wording;
import dev.feierabend.sandbox.replay.Replayed;
import dev.feierabend.sandbox.replay.Replayed.Moment;
import dev.feierabend.sandbox.replay.Replayed.Night;
import dev.feierabend.sandbox.replay.Replayed.Veto;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A replay as lines: the timeline, the nights that load contradicted, then what it comes to.
record SimulateLines(ZoneId zone, Locale locale, Phrases phrases, Wording wording) {
  private static final int VETOES = 3;

  List<String> of(Replayed replayed) {
    var lines = new ArrayList<String>();
    lines.add(
        phrases.of(
            "simulate-head",
            replayed.hosts(),
            replayed.guests(),
            time(replayed.from()),
            time(replayed.to())));
    withoutGuests(replayed).ifPresent(lines::add);
    if (replayed.withoutLoad() > 0) {
      lines.add(phrases.of("simulate-without-load", replayed.withoutLoad()));
    }
    replayed.timeline().forEach(moment -> lines.add(moment(moment)));
    replayed.nights().stream()
        .filter(night -> night.busy() || !night.vetoes().isEmpty())
        .forEach(night -> night(night, lines));
    long busy = replayed.nights().stream().filter(Night::busy).count();
    lines.add(phrases.of("simulate-nights", busy));
    sums(replayed, lines);
    return lines;
  }

  /// Where nothing can have been replayed.
  Optional<String> withoutGuests(Replayed replayed) {
    return replayed.guests() == 0
        ? Optional.of(phrases.of("simulate-without-guests"))
        : Optional.empty();
  }

  private String moment(Moment moment) {
    String cause = phrases.of("simulate-" + moment.cause().name().toLowerCase(Locale.ROOT));
    return phrases.of(
        "simulate-moment", time(moment.at()), moment.asleep(), moment.off(), moment.kept(), cause);
  }

  private void night(Night night, List<String> lines) {
    String date = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", locale).format(night.date());
    lines.add(
        phrases.of(
            night.busy() ? "simulate-night" : "simulate-night-unknown",
            date,
            night.vetoes().stream().filter(Veto::busy).count(),
            night.vetoes().stream().filter(veto -> !veto.busy()).count(),
            night.vetoes().stream().mapToLong(Veto::minutes).sum() / 60.0,
            night.surges(),
            night.busyMinutes()));
    night.vetoes().stream()
        .sorted(Comparator.comparing(veto -> !veto.busy()))
        .limit(VETOES)
        .forEach(veto ->
            lines.add(
                phrases.of(
                    "simulate-veto",
                    veto.guest(),
                    veto.minutes() / 60.0,
                    wording.reason(veto.reason()).replace(veto.workload().value(), veto.guest()))));
  }

  private void sums(Replayed replayed, List<String> lines) {
    var energy = replayed.energy();
    double share = energy.awakeKwh() > 0 ? 100 * energy.savedKwh() / energy.awakeKwh() : 0;
    lines.add(
        phrases.of(
            "simulate-energy",
            energy.kwh(),
            energy.awakeKwh(),
            energy.savedKwh(),
            share,
            energy.boots()));
    var missed = replayed.missed();
    lines.add(
        phrases.of(
            "simulate-missed", missed.coreHours(), missed.busyMinutes(), missed.lateMinutes()));
    replayed.laws().violations().forEach(lines::add);
    long checks = replayed.laws().checked().values().stream().mapToLong(it -> it).sum();
    lines.add(
        phrases.of(
            replayed.laws().kept() ? "simulate-laws" : "simulate-laws-violated",
            checks,
            replayed.plans(),
            replayed.laws().violated()));
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", locale).withZone(zone).format(at);
  }
}
