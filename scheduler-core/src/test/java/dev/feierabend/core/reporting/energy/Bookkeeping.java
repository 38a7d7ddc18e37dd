package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records days of two hosts and two towns, hour by hour.
final class Bookkeeping {
  static final Instant FIRST = Instant.parse("2026-05-11T00:00:00Z");
  static final Duration MONTH = Duration.ofDays(30);
  static final double CORES = 10;
  private static final long MEMORY = 1024;
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<JournalEvent> events = new ArrayList<>();
  private Instant day = FIRST;
  private Instant from = FIRST;

  static MachineId host(int number) {
    return MachineId.of("00000000-0000-0000-0000-00000000000" + number);
  }

  static Fleet fleet() {
    return switch (FleetParser.parse(
        "fleet.yaml", TwoTowns.FLEET.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  /// From now on hours are those of the day after.
  Bookkeeping next() {
    day = day.plus(Duration.ofDays(1));
    return this;
  }

  /// The account begins with this day.
  Bookkeeping begins() {
    from = day;
    return this;
  }

  /// Each hour from `first` until before `last`.
  Bookkeeping loads(int host, int first, int last, double cores) {
    return recorded("machines", host(host).toString(), first, last, cores, Optional.empty());
  }

  Bookkeeping metered(int host, int first, int last, double cores, double watts) {
    return recorded("machines", host(host).toString(), first, last, cores, Optional.of(watts));
  }

  /// By a workload of a pool.
  Bookkeeping used(String pool, int first, int last, double cores) {
    return recorded(pool, "deployment/x/" + pool, first, last, cores, Optional.empty());
  }

  private Bookkeeping recorded(
      String pool, String member, int first, int last, double cores, Optional<Double> watts) {
    for (int hour = first; hour < last; hour++) {
      var sample = new Sample(member, cores, cores, MEMORY, watts);
      events.add(
          new UtilisationRecorded(
              Owner.OPERATOR, new PoolId(pool), at(hour), at(hour).plus(HOUR), 1, List.of(sample)));
    }
    return this;
  }

  Bookkeeping off(int host, double hour) {
    var action = new ActionId("power-off/%s@%s#1".formatted(host(host), at(hour)));
    events.add(issued(action, new Step.PowerOff(host(host)), at(hour)));
    events.add(new ActionCompleted(Owner.OPERATOR, action, "power OFF", at(hour)));
    return this;
  }

  Bookkeeping started(int host, double hour) {
    var action = new ActionId("power-on/%s@%s#1".formatted(host(host), at(hour)));
    events.add(issued(action, new Step.PowerOn(host(host)), at(hour)));
    return this;
  }

  Bookkeeping changed(int host, double hour) {
    events.add(
        new ForeignChangeObserved(
            Owner.OPERATOR,
            host(host).toString(),
            "power OFF",
            "power ON",
            Optional.empty(),
            at(hour),
            at(hour).plus(HOUR)));
    return this;
  }

  /// The town's workload sleeps by the document of that digest.
  Bookkeeping asleep(String town, double first, double last) {
    String workload = "deployment/x/%s-pool".formatted(town);
    var action = new ActionId("sleep/%s@%s#1".formatted(workload, at(first)));
    Owner owner = Owner.of(new TenantId(town));
    Step sleep = new Step.Sleep(new WorkloadId(workload), 0);
    events.add(issued(owner, action, sleep, List.of("digest-" + town), at(first)));
    events.add(new ActionCompleted(owner, action, "0 replicas", at(first)));
    Step wake = new Step.Wake(new WorkloadId(workload), 1, 0, Optional.empty());
    var back = new ActionId("wake/%s@%s#1".formatted(workload, at(last)));
    events.add(issued(owner, back, wake, List.of(), at(last)));
    return this;
  }

  /// In force from then on.
  Bookkeeping agreed(String town, double hour, Optional<SavingForecast> forecast) {
    var agreement = AgreementId.of(new TenantId(town), "nights");
    String digest = "digest-" + town;
    events.add(
        new PolicyProposed(
            agreement, digest, "document", new ActorId("actor-1"), at(hour), forecast));
    events.add(new PolicyActivated(agreement, digest, at(hour)));
    return this;
  }

  /// Of the day that is recorded last and those before.
  Accounts accounts() {
    return accountsOf(new Span(from, day.plus(Duration.ofDays(1))));
  }

  /// Of a month that has only begun.
  Accounts accountsOfTheMonth() {
    return accountsOfTheMonth(day.plus(Duration.ofDays(1)));
  }

  /// As they are told then.
  Accounts accountsOfTheMonth(Instant now) {
    return accountsOf(new Span(from, from.plus(MONTH)), now);
  }

  private Accounts accountsOf(Span period) {
    return accountsOf(period, period.until());
  }

  private Accounts accountsOf(Span period, Instant now) {
    var bookkeeper = new Bookkeeper(fleet(), period);
    events.forEach(bookkeeper::tell);
    return bookkeeper.accounts(Method.TODAY, now).orElseThrow();
  }

  /// Until the end of the day that is recorded last.
  EnergyAccount account() {
    return accountOf(Duration.between(from, day.plus(Duration.ofDays(1))));
  }

  EnergyAccount accountOf(Duration length) {
    var ledger = new EnergyLedger(fleet(), from, from.plus(length));
    events.forEach(ledger::tell);
    return ledger.account(Method.TODAY);
  }

  private Instant at(double hour) {
    return day.plusSeconds(Math.round(hour * HOUR.toSeconds()));
  }

  private static ActionIssued issued(ActionId action, Step step, Instant at) {
    return issued(Owner.OPERATOR, action, step, List.of(), at);
  }

  private static ActionIssued issued(
      Owner owner, ActionId action, Step step, List<String> approvals, Instant at) {
    return new ActionIssued(
        owner,
        action,
        step,
        "plan",
        approvals,
        Optional.empty(),
        Optional.empty(),
        at.plus(HOUR),
        1,
        false,
        at);
  }
}
