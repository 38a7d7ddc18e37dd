package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static dev.feierabend.console.TwoTowns.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.HoldCustomer;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.deputising.DeputyCommand.NameDeputy;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolCommand.RegisterPool;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.observing.TroubleCommand.QuarantineHost;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanCommand.RecordPlan;
import dev.feierabend.core.planning.PlanParts;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.evaluation.Editions;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// What happens in the two towns, so that there is something to see and to hide.
final class Story {
  private final Journal journal;
  private final HandClock clock;
  private final AtomicInteger edition = new AtomicInteger();
  private final Set<String> everyday = new HashSet<>();

  Story(Journal journal, HandClock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /// In both towns: an agreement in force, another version proposed, pools known, a plan, and an
  /// operator's trouble with its host.
  Story everyday() {
    for (TenantId tenant : List.of(AHAUSEN, BDORF)) {
      tell(new RegisterPool(Owner.of(tenant), TwoTowns.poolOf(tenant), 1));
      agree(tenant);
      everyday.add(propose(tenant));
    }
    tell(new QuarantineHost(HOST, "it hums", clock.instant()));
    plan();
    return this;
  }

  /// Ends what waits beyond the everyday's: whoever wrote or proposed it wants it no more.
  void tidyUp(Agreements agreements) {
    agreements.all().stream()
        .filter(entry -> !everyday.contains(entry.digest()))
        .forEach(this::end);
  }

  private void end(Agreements.Entry entry) {
    AgreementId agreement = entry.agreement();
    ActorId author = entry.authors().author();
    switch (entry.standing()) {
      case DRAFT -> tell(new DiscardDraft(agreement, entry.digest(), author, clock.instant()));
      case PROPOSED ->
          tell(new TakeBackProposal(agreement, entry.digest(), author, clock.instant()));
      case TAKEN_BACK, APPROVED, REJECTED, ACTIVE, ENDED -> {}
    }
  }

  /// Puts a version in force; its digest.
  String agree(TenantId tenant) {
    String digest = propose(tenant);
    var approver = new ActorId(tenant.equals(AHAUSEN) ? "anna-1" : "bert-1");
    tell(new ApprovePolicy(agreement(tenant), digest, approver, clock.instant()));
    return digest;
  }

  /// The same with a forecast of 902 kWh a month.
  void agreeWithForecast(TenantId tenant) {
    String document = version(tenant);
    var forecast = new SavingForecast(902.4, 20.2, 107, 671, new Risk(28, 2, 11));
    tell(
        new ProposePolicy(
            agreement(tenant),
            document,
            new ActorId("team-1"),
            clock.instant(),
            Optional.of(forecast)));
    var approver = new ActorId(tenant.equals(AHAUSEN) ? "anna-1" : "bert-1");
    String digest = TwoTowns.digest(document);
    tell(new ApprovePolicy(agreement(tenant), digest, approver, clock.instant()));
  }

  /// The next hour of the host and both towns passes and is recorded.
  void measured() {
    clock.pass(Duration.ofHours(1));
    recorded();
  }

  /// The hour before now is recorded.
  void recorded() {
    recorded(clock.instant().minus(Duration.ofHours(1)));
  }

  /// The hour from then on is recorded.
  void recorded(Instant from) {
    load(Owner.OPERATOR, new PoolId("hosts"), HOST.toString(), from);
    for (TenantId tenant : List.of(AHAUSEN, BDORF)) {
      String guest = TwoTowns.guestOf(tenant).value();
      load(Owner.of(tenant), TwoTowns.poolOf(tenant), guest, from);
    }
  }

  private void load(Owner owner, PoolId pool, String member, Instant from) {
    var load = new PoolLoad(pool, 1, List.of(new Sample(member, 1, 1, 1024, Optional.empty())));
    tell(new RecordUtilisation(owner, load, from, from.plus(Duration.ofHours(1))));
  }

  /// Saves a version never seen before as the team's draft; its digest.
  String draft(TenantId tenant) {
    String document = version(tenant);
    tell(new DraftPolicy(agreement(tenant), document, new ActorId("team-1"), clock.instant()));
    return TwoTowns.digest(document);
  }

  /// Proposes a version never seen before; its digest.
  String propose(TenantId tenant) {
    String document = version(tenant);
    tell(
        new ProposePolicy(
            agreement(tenant), document, new ActorId("team-1"), clock.instant(), Optional.empty()));
    return TwoTowns.digest(document);
  }

  /// A document never seen before.
  String version(TenantId tenant) {
    return TwoTowns.policyOf(tenant) + "# edition " + edition.incrementAndGet() + "\n";
  }

  void override(TenantId tenant) {
    Instant now = clock.instant();
    tell(
        new GrantOverride(
            tenant,
            Set.of(),
            now.plusSeconds(3600),
            new ActorId("somebody"),
            "election",
            now,
            Duration.ofDays(14)));
  }

  void freeze(Owner scope) {
    tell(new DeclareFreeze(scope, new ActorId("somebody"), "storm", clock.instant()));
  }

  void hold(TenantId tenant) {
    tell(new HoldCustomer(tenant, new ActorId("team-1"), "storm", clock.instant()));
  }

  /// One of the town's staff stands in for its approver.
  void deputise(TenantId tenant) {
    Instant now = clock.instant();
    var approver = new ActorId(tenant.equals(AHAUSEN) ? "anna-1" : "bert-1");
    tell(
        new NameDeputy(tenant, deputyOf(tenant), now, now.plus(Duration.ofDays(1)), approver, now));
  }

  static ActorId deputyOf(TenantId tenant) {
    return new ActorId(tenant.equals(AHAUSEN) ? "dora-1" : "doris-1");
  }

  private void plan() {
    plan(false, clock.instant());
  }

  /// A second later another plan leaves the host on, though nobody needs it.
  void hostStaysOn() {
    clock.pass(Duration.ofSeconds(1));
    plan(true, clock.instant());
  }

  private void plan(boolean on, Instant now) {
    var plan =
        new PowerPlan(
            List.of(new HostAim(HOST, on, new Reason.Unneeded(now.plus(Duration.ofHours(8))))),
            List.of(sleeper(AHAUSEN, now), sleeper(BDORF, now)),
            List.of(),
            Optional.of(0),
            "0".repeat(64));
    new PlanParts(Mode.ACTIVE, new Editions("none", "2026a"), now)
        .of(plan, List.of())
        .forEach((RecordPlan part) -> tell(part));
  }

  private Sleeper sleeper(TenantId tenant, Instant now) {
    Instant wakeAt = now.plus(Duration.ofHours(8));
    var window = new Window(now, wakeAt, wakeAt.plus(Duration.ofMinutes(30)));
    return new Sleeper(
        TwoTowns.guestOf(tenant),
        tenant,
        TwoTowns.poolOf(tenant),
        agreement(tenant),
        "ab".repeat(32),
        window,
        0,
        new Reason.Released(agreement(tenant), "ab".repeat(32), "Mon 20:00", wakeAt));
  }

  private static AgreementId agreement(TenantId tenant) {
    return AgreementId.of(tenant, TwoTowns.nameOf(tenant));
  }

  private void tell(Command command) {
    assertThat(journal.send(command)).isInstanceOf(Decision.Accepted.class);
  }
}
