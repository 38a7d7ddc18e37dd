package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.EndOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.EndPoolOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.HoldCustomer;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.ReleaseCustomer;
import dev.feierabend.core.deputising.Deputies;
import dev.feierabend.core.deputising.DeputyCommand.DismissDeputy;
import dev.feierabend.core.deputising.DeputyCommand.NameDeputy;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.kernel.Refusal;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hands wishes in: adds what agreements and deputyships say at the time, and asks.
///
/// @param forecaster what it says of a document goes with its proposal
public record Clerk(
    Agreements agreements, Deputies deputies, Dispatch journal, SavingForecaster forecaster) {

  /// One that forecasts nothing.
  public Clerk(Agreements agreements, Deputies deputies, Dispatch journal) {
    this(agreements, deputies, journal, SavingForecaster.NONE);
  }

  /// Who asks, and for which side: a freeze of the operator's for one customer isn't the
  /// customer's.
  public record Asker(ActorId actor, boolean operator) {}

  /// Returns once everything that is not refused is done and recorded.
  ///
  /// @return what the domain said to the first, where it refuses each of them
  public Optional<Refusal> ask(Wish wish, Asker asker, Instant at) {
    List<Decision> decisions = commands(wish, asker, at).stream().map(journal::send).toList();
    return decisions.stream().allMatch(Decision.Rejected.class::isInstance)
            && decisions.getFirst() instanceof Decision.Rejected(var refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }

  private List<Command> commands(Wish wish, Asker asker, Instant at) {
    return switch (wish) {
      case Wish.Propose(var policy) -> proposals(policy, asker, at);
      case Wish.Draft(var policy) ->
          AgreementId.of(policy).stream()
              .<Command>map(agreement ->
                  new DraftPolicy(agreement, policy.document().text(), asker.actor(), at))
              .toList();
      case Wish.OfAgreement one -> List.of(command(one, asker.actor(), at));
      case Wish.OfException one -> List.of(command(one, asker, at));
      case Wish.OfDeputies one -> List.of(command(one, asker.actor(), at));
    };
  }

  private List<Command> proposals(SchedulePolicy policy, Asker asker, Instant at) {
    Optional<SavingForecast> forecast = forecaster.of(policy);
    return AgreementId.of(policy).stream()
        .<Command>map(agreement ->
            new ProposePolicy(agreement, policy.document().text(), asker.actor(), at, forecast))
        .toList();
  }

  private Command command(Wish.OfAgreement wish, ActorId by, Instant at) {
    return switch (wish) {
      case Wish.Discard(var agreement, var digest) -> new DiscardDraft(agreement, digest, by, at);
      case Wish.TakeBack(var agreement, var digest) ->
          new TakeBackProposal(agreement, digest, by, at);
      case Wish.Approve(var agreement, var digest) ->
          new ApprovePolicy(
              agreement, digest, by, at, deputies.covering(agreement.tenant(), by, at));
      case Wish.Reject(var agreement, var digest, var because) ->
          new RejectPolicy(agreement, digest, by, because, at);
      case Wish.Withdraw(var agreement, var because) ->
          new WithdrawPolicy(agreement, by, because, at);
    };
  }

  private Command command(Wish.OfException wish, Asker asker, Instant at) {
    ActorId by = asker.actor();
    return switch (wish) {
      case Wish.KeepAwake(var tenant, var pools, var until, var because) ->
          new GrantOverride(tenant, pools, until, by, because, at, longestOverride(tenant, pools));
      case Wish.LetSleep(var tenant, var pools) ->
          pools
              .<Command>map(these -> new EndPoolOverride(tenant, these, at))
              .orElseGet(() -> new EndOverride(tenant, at));
      case Wish.Freeze(Owner.Customer(var tenant), var because) when asker.operator() ->
          new HoldCustomer(tenant, by, because, at);
      case Wish.Freeze(var scope, var because) -> new DeclareFreeze(scope, by, because, at);
      case Wish.Thaw(Owner.Customer(var tenant)) when asker.operator() ->
          new ReleaseCustomer(tenant, by, at);
      case Wish.Thaw(var scope) -> new LiftFreeze(scope, by, at);
    };
  }

  /// How long an override may last that is granted now, as agreed.
  ///
  /// @param pools empty: all of the tenant's
  public Duration longestOverride(TenantId tenant, Set<PoolId> pools) {
    return OverrideLimits.longest(agreements.active(), tenant, pools);
  }

  private static Command command(Wish.OfDeputies wish, ActorId by, Instant at) {
    return switch (wish) {
      case Wish.Deputise(var tenant, var deputy, var from, var until) ->
          new NameDeputy(tenant, deputy, from, until, by, at);
      case Wish.Dismiss(var tenant, var deputy) -> new DismissDeputy(tenant, deputy, by, at);
    };
  }
}
