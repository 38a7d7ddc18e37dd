package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.energy.Promises.Promise;
import dev.feierabend.core.reporting.energy.SleepLedger.Sleeper;
import dev.feierabend.core.reporting.energy.SleepLedger.Slept;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Keeps a period's accounts, whoever asks for them: tell it the whole history in order, then have
/// it sum up. What came before the period tells which hosts were off as it began.
public final class Bookkeeper {
  private static final double HOURS_A_WEEK = 7 * 24;

  private final Span period;
  private final RecordedPart part;
  private final EnergyLedger energy;
  private final SleepLedger sleep;
  private final Promises promises = new Promises();

  public Bookkeeper(Fleet fleet, Span period) {
    this.period = period;
    this.part = new RecordedPart(period);
    this.energy = new EnergyLedger(fleet, period.from(), period.until());
    this.sleep = new SleepLedger(period);
  }

  public void tell(JournalEvent event) {
    part.tell(event);
    energy.tell(event);
    sleep.tell(event);
    promises.tell(event);
  }

  /// Of the part that is recorded; empty where nothing is.
  ///
  /// @param now of a period that isn't over, the whole hours before it should have been recorded
  public Optional<Accounts> accounts(Method method, Instant now) {
    Instant end = Span.earlier(period.until(), now.truncatedTo(ChronoUnit.HOURS));
    return part.span().map(span -> accounts(span, over(span, end), method));
  }

  /// From the period's begin, whatever a clock says of what is recorded.
  private Span over(Span recorded, Instant end) {
    return new Span(period.from(), Span.later(recorded.until(), end));
  }

  private Accounts accounts(Span span, Span over, Method method) {
    EnergyAccount account = energy.account(span, over, method);
    SortedMap<Sleeper, Slept> slept = sleep.all(span);
    double all = slept.values().stream().mapToDouble(Slept::coreHours).sum();
    var saved = new TreeMap<Owner, Estimate>(EnergyLedger.BY_NAME);
    slept.forEach((by, it) ->
        saved.merge(by.owner(), account.savedKwh().times(it.coreHours() / all), Bookkeeper::same));
    if (saved.isEmpty()) {
      saved.put(Owner.OPERATOR, account.savedKwh());
    }
    List<Promise> promised = promises.within(span);
    List<Kept> agreements =
        promised.stream()
            .map(promise ->
                kept(
                    promise,
                    Optional.ofNullable(slept.get(by(promise)))
                        .map(it -> it.part(share(promise, promised))),
                    it -> account.savedKwh().times(it.coreHours() / all)))
            .toList();
    return new Accounts(account, saved, agreements);
  }

  /// Two parts of one estimate have its error in common.
  private static Estimate same(Estimate one, Estimate other) {
    return new Estimate(one.value() + other.value(), one.uncertainty() + other.uncertainty());
  }

  /// A document that was in force more than once shares what it saved out by time.
  private static double share(Promise one, List<Promise> all) {
    double hours =
        all.stream()
            .filter(it -> it.document().equals(one.document()))
            .mapToDouble(it -> it.span().hours())
            .sum();
    return hours > 0 ? one.span().hours() / hours : 0;
  }

  private static Sleeper by(Promise promise) {
    var document = promise.document();
    return new Sleeper(Owner.of(document.agreement().tenant()), document.digest());
  }

  private static Kept kept(
      Promise promise, Optional<Slept> slept, Function<Slept, Estimate> saved) {
    double weeks = promise.span().hours() / HOURS_A_WEEK;
    return new Kept(
        promise.document().agreement(),
        promise.document().digest(),
        promise.span(),
        promise.kwh(),
        slept.map(saved).orElse(Estimate.ZERO),
        slept.filter(_ -> weeks > 0).map(it -> it.hours() / it.workloads() / weeks).orElse(0.0));
  }
}
