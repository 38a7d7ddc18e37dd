package dev.feierabend.app.cli;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.EnergyAccount;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.HostEnergy;
import dev.feierabend.core.reporting.energy.Utilisation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
            account.hosts().size(),
            account.method().edition()));
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
    lines.add(hours(account.hosts()));
    account.sharesKwh().forEach((owner, kwh) -> lines.add(share(owner, kwh, account)));
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

  private String hours(List<HostEnergy> hosts) {
    return phrases.of(
        "report-hours",
        hosts.stream().mapToDouble(HostEnergy::hoursOn).sum(),
        hosts.stream().mapToDouble(HostEnergy::hoursOff).sum(),
        hosts.stream().mapToDouble(HostEnergy::hoursUnknown).sum(),
        hosts.stream().mapToInt(HostEnergy::boots).sum());
  }

  private String share(Owner owner, double kwh, EnergyAccount account) {
    String whose =
        switch (owner) {
          case Owner.Operator _ -> phrases.of("report-operator");
          case Owner.Customer(var tenant) -> tenant.value();
        };
    return phrases.of("report-share", whose, kwh, 100 * kwh / account.kwh().value());
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
