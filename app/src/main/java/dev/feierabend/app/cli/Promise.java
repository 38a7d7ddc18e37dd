package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.reporting.energy.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What the agreements in force were expected to save in a period: tell it the whole history in
/// order.
final class Promise {
  private static final double SECONDS_A_MONTH = Duration.ofDays(1).toSeconds() * 365.25 / 12;

  /// @param kwh expected of the documents that had a forecast
  /// @param forecasts how many those are
  /// @param without how many others were in force
  record Told(Estimate kwh, int forecasts, int without) {}

  private final Period.Span span;
  private final Map<String, SavingForecast> forecasts = new HashMap<>();
  private final Map<String, Instant> inForce = new HashMap<>();
  private Told told = new Told(Estimate.ZERO, 0, 0);

  Promise(Period.Span span) {
    this.span = span;
  }

  void tell(JournalEvent event) {
    if (event instanceof AgreementEvent said) {
      switch (said) {
        case PolicyProposed proposed ->
            proposed
                .forecast()
                .ifPresent(it -> forecasts.put(key(proposed, proposed.digest()), it));
        case PolicyActivated it -> inForce.put(key(it, it.digest()), it.at());
        case PolicySuperseded it -> ended(key(it, it.digest()), it.at());
        case PolicyWithdrawn it -> ended(key(it, it.digest()), it.at());
        case PolicyExpired it -> ended(key(it, it.digest()), it.at());
        case AgreementEvent.PolicyDrafted _,
            AgreementEvent.DraftDiscarded _,
            AgreementEvent.ProposalTakenBack _,
            AgreementEvent.DeputyStoodIn _,
            AgreementEvent.PolicyApproved _,
            AgreementEvent.PolicyRejected _,
            AgreementEvent.ExpiryNear _ -> {}
      }
    }
  }

  private static String key(AgreementEvent event, String digest) {
    return event.agreement() + " " + digest;
  }

  private void ended(String document, Instant at) {
    Instant begin = inForce.remove(document);
    if (begin != null) {
      add(document, begin, at);
    }
  }

  private void add(String document, Instant begin, Instant end) {
    Instant from = begin.isAfter(span.from()) ? begin : span.from();
    Instant to = end.isBefore(span.to()) ? end : span.to();
    SavingForecast forecast = forecasts.get(document);
    if (!from.isBefore(to)) {
      return;
    }
    if (forecast == null) {
      told = new Told(told.kwh(), told.forecasts(), told.without() + 1);
      return;
    }
    double months = Duration.between(from, to).toSeconds() / SECONDS_A_MONTH;
    told =
        new Told(
            new Estimate(
                told.kwh().value() + months * forecast.kilowattHoursAMonth(),
                Math.hypot(told.kwh().uncertainty(), months * forecast.uncertainty())),
            told.forecasts() + 1,
            told.without());
  }

  /// Once all is told.
  Told told() {
    Map.copyOf(inForce).keySet().stream().sorted().forEach(it -> ended(it, span.to()));
    return told;
  }
}
