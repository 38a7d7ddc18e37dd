package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyExpired;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicySuperseded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which documents were in force when, and what they were expected to save meanwhile: tell it the
/// whole history in order.
final class Promises {
  private static final double HOURS_A_MONTH = 24 * 365.25 / 12;

  /// One agreement's document, as its events name it.
  record Document(AgreementId agreement, String digest) {}

  /// A document in force in `span`.
  ///
  /// @param kwh expected of it meanwhile; empty where it had no forecast
  record Promise(Document document, Span span, Optional<Estimate> kwh) {}

  private record Term(Document document, Instant from, Instant until) {}

  private final Map<Document, SavingForecast> forecasts = new HashMap<>();
  private final SortedMap<Document, Instant> inForce =
      new TreeMap<>(Comparator.comparing(Document::toString));
  private final List<Term> over = new ArrayList<>();

  void tell(JournalEvent event) {
    if (event instanceof AgreementEvent said) {
      switch (said) {
        case PolicyProposed it ->
            it.forecast().ifPresent(known -> forecasts.put(document(it, it.digest()), known));
        case PolicyActivated it -> inForce.putIfAbsent(document(it, it.digest()), it.at());
        case PolicySuperseded it -> ended(document(it, it.digest()), it.at());
        case PolicyWithdrawn it -> ended(document(it, it.digest()), it.at());
        case PolicyExpired it -> ended(document(it, it.digest()), it.at());
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

  private static Document document(AgreementEvent event, String digest) {
    return new Document(event.agreement(), digest);
  }

  private void ended(Document document, Instant at) {
    Optional.ofNullable(inForce.remove(document))
        .ifPresent(begin -> over.add(new Term(document, begin, at)));
  }

  /// Once all is told: what was in force in `period`, in the order in which it ended.
  List<Promise> within(Span period) {
    var terms = new ArrayList<>(over);
    inForce.forEach((document, begin) -> terms.add(new Term(document, begin, period.until())));
    return terms.stream().flatMap(term -> promise(term, period).stream()).toList();
  }

  private Optional<Promise> promise(Term term, Span period) {
    return Span.between(term.from(), term.until())
        .flatMap(span -> span.within(period))
        .map(span ->
            new Promise(
                term.document(),
                span,
                Optional.ofNullable(forecasts.get(term.document()))
                    .map(forecast -> expected(forecast, span))));
  }

  private static Estimate expected(SavingForecast forecast, Span span) {
    return new Estimate(forecast.kilowattHoursAMonth(), forecast.uncertainty())
        .times(span.hours() / HOURS_A_MONTH);
  }
}
