package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.Recheck;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.EnergyAccount;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Kept;
import dev.feierabend.core.reporting.energy.Servers;
import dev.feierabend.core.reporting.energy.Share;
import dev.feierabend.core.reporting.energy.Utilisation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A month's report as sentences.
record ReportLines(Locale locale, ZoneId zone, Phrases phrases) {
  List<String> of(Report report) {
    EnergyAccount account = report.account();
    var lines = new ArrayList<String>();
    lines.add(
        phrases.of(
            "report-head",
            report.month(),
            time(account.from()),
            time(account.until()),
            report.servers().hosts(),
            account.method().edition()));
    report.closed().ifPresent(closed -> lines.add(closed(closed)));
    lines.add(estimate("report-taken", account.kwh()));
    lines.add(estimate("report-saved", account.savedKwh()));
    report
        .forecast()
        .ifPresent(told ->
            lines.add(
                phrases.of(
                    "report-forecast",
                    told.kwh().value(),
                    told.kwh().uncertainty(),
                    told.forecasts(),
                    told.without())));
    lines.add(estimate("report-without", account.withoutSleepKwh()));
    report.savedEuro().ifPresent(euro -> lines.add(estimate("report-euro", euro)));
    lines.add(co2(report.co2(), report.savedKilogramsCo2()));
    lines.add(hours(report.servers()));
    report.shares().forEach(share -> lines.add(share(share, account)));
    report.agreements().forEach(kept -> lines.addAll(kept(kept, report.euroAKwh())));
    lines.add(utilisation(account.utilisation()));
    lines.add(phrases.of("report-siec", 100 * account.siec()));
    report
        .pue()
        .ifPresent(pue ->
            lines.add(
                phrases.of(
                    "report-pue", pue.measured(), pue.withoutSleep(), account.savedKwh().value())));
    return lines;
  }

  private String estimate(String key, Estimate estimate) {
    return phrases.of(key, estimate.value(), estimate.uncertainty());
  }

  private String co2(EmissionFactor factor, Estimate saved) {
    return phrases.of(
        factor.estimated() ? "report-co2-estimated" : "report-co2",
        saved.value(),
        saved.uncertainty(),
        factor.gramsAKwh(),
        factor.source(),
        String.valueOf(factor.year()));
  }

  private String hours(Servers servers) {
    return phrases.of(
        "report-hours",
        servers.hoursOn(),
        servers.hoursOff(),
        servers.hoursUnknown(),
        servers.boots());
  }

  private String share(Share share, EnergyAccount account) {
    String whose =
        switch (share.owner()) {
          case Owner.Operator _ -> phrases.of("report-operator");
          case Owner.Customer(var tenant) -> tenant.value();
        };
    return phrases.of(
        "report-share",
        whose,
        share.kwh().value(),
        100 * share.kwh().value() / account.kwh().value(),
        share.savedKwh().value(),
        share.savedKwh().uncertainty());
  }

  private List<String> kept(Kept kept, Optional<Double> price) {
    var lines = new ArrayList<String>();
    Estimate saved = kept.savedKwh();
    Optional<Estimate> forecast = kept.forecastKwh();
    lines.add(
        phrases.of(
            forecast.isPresent() ? "report-kept" : "report-kept-alone",
            kept.agreement(),
            saved.value(),
            saved.uncertainty(),
            kept.asleepHoursAWeek(),
            forecast.map(Estimate::value).orElse(0.0),
            forecast.map(Estimate::uncertainty).orElse(0.0)));
    price.ifPresent(euro ->
        lines.add(
            phrases.of(
                forecast.isPresent() ? "report-kept-euro" : "report-kept-euro-alone",
                euro * saved.value(),
                euro * forecast.map(Estimate::value).orElse(0.0))));
    return lines;
  }

  private String closed(Report.Closed closed) {
    String key =
        switch (closed.recheck()) {
          case Recheck.Same _ -> "report-closed-same";
          case Recheck.Differs _, Recheck.OtherHistory _ -> "report-closed-otherwise";
          case Recheck.Impossible(var lack) ->
              switch (lack) {
                case FLEET -> "report-closed-fleet";
                case METHOD -> "report-closed-method";
                case EVENTS -> "report-closed-events";
              };
        };
    return phrases.of("report-closed", time(closed.at()), phrases.of(key));
  }

  /// What is wrong with closed accounts; empty where nothing is.
  Optional<String> objection(Report.Closed closed) {
    return switch (closed.recheck()) {
      case Recheck.Same _, Recheck.Impossible _ -> Optional.empty();
      case Recheck.Differs(var it) ->
          Optional.of(
              phrases.of(
                  "report-differs",
                  it.figure(),
                  String.valueOf(it.closed()),
                  String.valueOf(it.now())));
      case Recheck.OtherHistory(var head) ->
          Optional.of(phrases.of("report-other-history", head.number(), head.hash()));
    };
  }

  /// A month's is never the standard's, which is over a year.
  private String utilisation(Utilisation utilisation) {
    return utilisation.mean().isEmpty() || utilisation.median().isEmpty()
        ? phrases.of("report-unused")
        : phrases.of(
            utilisation.conforms() ? "report-used" : "report-used-otherwise",
            100 * utilisation.median().get(),
            100 * utilisation.mean().get(),
            100 * utilisation.coverage());
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(at);
  }
}
