package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Keeps account of a fleet's electricity over a period: tell it the whole history in order, then
/// have it sum up.
public final class EnergyLedger {
  static final Comparator<Owner> BY_NAME = Comparator.comparing(Owner::toString);

  private static final Duration HOUR = Duration.ofHours(1);

  private final Instant from;
  private final Instant until;
  private final SortedMap<String, HostLedger> hosts = new TreeMap<>();
  private final Map<String, Owner> pools = new HashMap<>();

  /// Nodes that are guests: what they draw and need is drawn by the host beneath, for what runs on
  /// them, and counts there and for that.
  private final Set<String> guests = new HashSet<>();

  private final Map<ActionId, MachineId> stopping = new HashMap<>();
  private final SortedMap<Owner, Double> coreHours = new TreeMap<>(BY_NAME);

  /// @param until exclusive
  public EnergyLedger(Fleet fleet, Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "Expected a period but found %s to %s".formatted(from, until));
    }
    this.from = from;
    this.until = until;
    fleet
        .hosts()
        .forEach(host -> {
          String id = host.id().toString();
          if (fleet.carrier(host).isPresent()) {
            guests.addAll(List.of(id, "guest/" + id));
          } else {
            hosts.put(id, new HostLedger(host));
          }
        });
    fleet.pools().forEach(pool -> pools.put(pool.id().value(), owner(pool)));
  }

  private static Owner owner(Pool pool) {
    return pool.tenant().map(Owner::of).orElse(Owner.OPERATOR);
  }

  public void tell(JournalEvent event) {
    switch (event) {
      case UtilisationRecorded recorded
          when recorded.to().isAfter(from) && recorded.from().isBefore(until) ->
          recorded.samples().forEach(sample -> used(recorded, sample));
      case ActionIssued issued when issued.at().isBefore(until) -> begun(issued);
      case ActionCompleted completed when completed.at().isBefore(until) ->
          Optional.ofNullable(stopping.remove(completed.action()))
              .flatMap(host -> ledger(host.toString()))
              .ifPresent(ledger -> ledger.seenOff(completed.at()));
      // Of hosts this says that one is on that was switched off here.
      case ForeignChangeObserved change when change.at().isBefore(until) ->
          ledger(change.subject()).ifPresent(ledger -> ledger.seenOn(change.at()));
      default -> {}
    }
  }

  private void used(UtilisationRecorded recorded, Sample sample) {
    if (guests.contains(sample.member())) {
      return;
    }
    ledger(sample.member())
        .ifPresentOrElse(
            ledger -> ledger.load(recorded.from(), recorded.to(), sample),
            () -> {
              Owner owner = pools.getOrDefault(recorded.pool().value(), Owner.OPERATOR);
              coreHours.merge(owner, sample.cpuMean() * hours(recorded), Double::sum);
            });
  }

  private double hours(UtilisationRecorded recorded) {
    Instant begin = recorded.from().isBefore(from) ? from : recorded.from();
    Instant end = recorded.to().isAfter(until) ? until : recorded.to();
    return Duration.between(begin, end).toSeconds() / (double) HOUR.toSeconds();
  }

  private void begun(ActionIssued issued) {
    switch (issued.step()) {
      case Step.PowerOff(var host) -> stopping.put(issued.action(), host);
      case Step.PowerOn(var host) ->
          ledger(host.toString()).ifPresent(ledger -> ledger.toldToStart(issued.at()));
      case Step.OnHost _, Step.OnWorkload _ -> {}
    }
  }

  private Optional<HostLedger> ledger(String host) {
    return Optional.ofNullable(hosts.get(host));
  }

  public EnergyAccount account(Method method) {
    Span period = new Span(from, until);
    return account(period, period, method);
  }

  /// Sums up a part of the period, outside of which no utilisation is recorded.
  ///
  /// @param over what of the period is over, of all of which ITEUsv wants utilisation; the part
  ///   lies in it
  EnergyAccount account(Span part, Span over, Method method) {
    hosts.values().forEach(ledger -> ledger.ends(Span.later(part.until(), over.until())));
    List<HostEnergy> all =
        hosts.values().stream()
            .map(ledger -> ledger.account(part.from(), part.until(), method))
            .toList();
    Estimate kwh = all.stream().map(HostEnergy::kwh).reduce(Estimate.ZERO, Estimate::plus);
    Estimate saved = all.stream().map(HostEnergy::savedKwh).reduce(Estimate.ZERO, Estimate::plus);
    return new EnergyAccount(
        part.from(),
        part.until(),
        method,
        kwh,
        saved,
        shares(kwh.value()),
        utilisation(part, over),
        siec(all),
        all);
  }

  /// Server idle energy coefficient: what idling takes of what being on takes.
  private static double siec(List<HostEnergy> all) {
    double on = all.stream().mapToDouble(HostEnergy::onKwh).sum();
    return on > 0 ? all.stream().mapToDouble(HostEnergy::idleKwh).sum() / on : 0;
  }

  private SortedMap<Owner, Double> shares(double kwh) {
    double sum = coreHours.values().stream().mapToDouble(Double::doubleValue).sum();
    var shares = new TreeMap<Owner, Double>(BY_NAME);
    if (sum > 0) {
      coreHours.forEach((owner, used) -> shares.put(owner, kwh * used / sum));
    } else {
      shares.put(Owner.OPERATOR, kwh);
    }
    return shares;
  }

  /// By hours counted from where the part begins, before it and after it.
  private Utilisation utilisation(Span part, Span over) {
    var hours = new ArrayList<Double>();
    long known = 0;
    long inUse = 0;
    Instant last = Span.later(part.until(), wholeHours(part.from(), over.until()));
    for (Instant hour = wholeHours(part.from(), over.from());
        hour.isBefore(last);
        hour = hour.plus(HOUR)) {
      Instant middle = hour.plus(HOUR.dividedBy(2));
      List<HostLedger> there =
          hosts.values().stream().filter(ledger -> ledger.inUseAt(middle)).toList();
      double[] used =
          there.stream()
              .flatMap(ledger -> ledger.utilisationAt(middle).stream())
              .mapToDouble(Double::doubleValue)
              .toArray();
      known += used.length;
      inUse += there.size();
      Arrays.stream(used).average().ifPresent(hours::add);
    }
    return Utilisation.of(hours, known, inUse);
  }

  /// As far from `origin` to `end` as whole hours reach, in either direction.
  private static Instant wholeHours(Instant origin, Instant end) {
    return origin.plus(HOUR.multipliedBy(Duration.between(origin, end).toHours()));
  }
}
