package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.api.DeputyView;
import dev.feierabend.console.api.DrillView;
import dev.feierabend.console.api.OverrideView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Agreements and what suspends them, as lines for people.
final class AgreementLines {
  /// How much of a digest tells documents apart at a glance.
  private static final int GLANCE = 12;

  private final Phrases phrases;
  private final DateTimeFormatter clock;

  AgreementLines(Locale locale, ZoneId zone) {
    this.phrases = Phrases.ofCommands(locale);
    this.clock = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
  }

  /// One line each.
  List<String> agreements(List<AgreementView> views) {
    return Columns.aligned(
        views.stream()
            .map(view ->
                List.of(
                    view.agreement(),
                    standing(view),
                    view.digest().substring(0, GLANCE),
                    phrases.of("proposed-by", view.author()),
                    approver(view).map(who -> phrases.of("approved-by", who)).orElse(""),
                    ends(view).map(end -> phrases.of("until", end)).orElse("")))
            .toList());
  }

  /// Everything about each, its text below it.
  List<String> whole(List<AgreementView> views) {
    var lines = new ArrayList<String>();
    for (AgreementView view : views) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(view.agreement());
      lines.addAll(facts(view));
      lines.add("");
      view.document().lines().forEach(lines::add);
    }
    return lines;
  }

  private List<String> facts(AgreementView view) {
    var rows = new ArrayList<List<String>>();
    rows.add(fact("standing", standing(view)));
    rows.add(fact("digest", view.digest()));
    rows.add(fact("author", "%s, %s".formatted(view.author(), clock.format(view.proposed()))));
    approver(view).ifPresent(who -> rows.add(fact("approver", who)));
    ends(view).ifPresent(end -> rows.add(fact("ends", end)));
    Optional.ofNullable(view.forecast())
        .map(forecast -> SuggestionLines.sentences(forecast, phrases))
        .ifPresent(sentences -> sentences.forEach(one -> rows.add(fact("forecast", one))));
    return Columns.aligned(rows);
  }

  private List<String> fact(String key, String value) {
    return List.of("  " + phrases.of(key), value);
  }

  private String standing(AgreementView view) {
    return phrases.of("standing-" + view.standing());
  }

  private Optional<String> approver(AgreementView view) {
    return Optional.ofNullable(view.approver())
        .map(who ->
            view.inPlaceOf() == null ? who : phrases.of("in-place-of", who, view.inPlaceOf()));
  }

  private Optional<String> ends(AgreementView view) {
    return Optional.ofNullable(view.ends()).map(this::time);
  }

  List<String> overrides(List<OverrideView> views) {
    return Columns.aligned(
        views.stream()
            .map(view ->
                List.of(
                    view.tenant(),
                    view.pools().isEmpty()
                        ? phrases.of("all-pools")
                        : String.join(", ", view.pools()),
                    phrases.of("until", time(view.until())),
                    "%s: %s".formatted(view.by(), view.because())))
            .toList());
  }

  List<String> deputies(List<DeputyView> views) {
    return Columns.aligned(
        views.stream()
            .map(view ->
                List.of(
                    phrases.of("in-place-of", view.deputy(), view.namedBy()),
                    phrases.of("from-until", time(view.from()), time(view.until()))))
            .toList());
  }

  /// Who needs a technician first.
  List<String> drills(List<DrillView> views) {
    return Columns.aligned(
        views.stream()
            .sorted(Comparator.comparing(view -> !view.state().equals("failed")))
            .map(view ->
                List.of(
                    view.name(),
                    phrases.of("drill-" + view.state()),
                    lastBack(view),
                    Optional.ofNullable(view.approvedUntil())
                        .map(at -> phrases.of("drill-approved", time(at)))
                        .orElse(""),
                    Optional.ofNullable(view.because()).orElse("")))
            .toList());
  }

  private String lastBack(DrillView view) {
    Instant passed = view.passed();
    Long boot = view.bootSeconds();
    return passed == null || boot == null ? "" : phrases.of("drill-last", time(passed), boot);
  }

  private String time(Instant at) {
    return clock.format(at);
  }
}
