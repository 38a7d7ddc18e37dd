package dev.feierabend.core.reporting;

import static dev.feierabend.core.reporting.Wording.shortened;

import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.deputising.DeputyEvent;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What people agreed to, suspended and handed over, as sentences.
record AgreeingSentences(
    Wording wording, UnaryOperator<String> names, Function<Instant, String> time) {

  String of(AgreementEvent event) {
    var policy = event.agreement();
    return switch (event) {
      case AgreementEvent.PolicyDrafted e ->
          wording.say("drafted", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.DraftDiscarded e ->
          wording.say("discarded", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.PolicyProposed e ->
          wording.say("proposed", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.ProposalTakenBack e ->
          wording.say("taken-back", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.DeputyStoodIn e ->
          wording.say("stood-in", person(e.deputy()), policy, person(e.standsInFor()));
      case AgreementEvent.PolicyApproved e ->
          wording.say("approved", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.PolicyRejected e ->
          wording.say("rejected", person(e.by()), policy, e.because());
      case AgreementEvent.PolicyActivated e ->
          wording.say("activated", policy, shortened(e.digest()));
      case AgreementEvent.PolicySuperseded e ->
          wording.say("superseded", policy, shortened(e.digest()), shortened(e.successor()));
      case AgreementEvent.PolicyWithdrawn e ->
          wording.say("withdrawn", person(e.by()), policy, e.because());
      case AgreementEvent.ExpiryNear e -> wording.say("expiry-near", policy, time(e.ends()));
      case AgreementEvent.PolicyExpired _ -> wording.say("expired", policy);
    };
  }

  String of(ExceptionEvent event) {
    return switch (event) {
      case ExceptionEvent.OverrideGranted e ->
          wording.say(
              "override",
              person(e.by()),
              e.tenant(),
              pools(e.pools()),
              time(e.until()),
              e.because());
      case ExceptionEvent.OverrideEnded e -> wording.say("override-ended", e.tenant());
      case ExceptionEvent.PoolOverrideEnded e ->
          wording.say("pool-override-ended", e.tenant(), pools(e.pools()));
      case ExceptionEvent.FreezeDeclared e ->
          wording.say("frozen", person(e.by()), wording.whose(e.scope()), e.because());
      case ExceptionEvent.FreezeLifted e ->
          wording.say("thawed", person(e.by()), wording.whose(e.scope()));
      case ExceptionEvent.CustomerHeld e ->
          wording.say("held", person(e.by()), e.tenant(), e.because());
      case ExceptionEvent.CustomerReleased e -> wording.say("let-go", person(e.by()), e.tenant());
    };
  }

  String of(DeputyEvent event) {
    return switch (event) {
      case DeputyEvent.DeputyNamed e ->
          wording.say(
              "deputy-named",
              person(e.by()),
              person(e.deputy()),
              time(e.from()),
              time(e.until()),
              e.tenant());
      case DeputyEvent.DeputyDismissed e ->
          wording.say("deputy-dismissed", person(e.by()), person(e.deputy()), e.tenant());
    };
  }

  private String pools(Set<PoolId> pools) {
    return pools.isEmpty()
        ? wording.say("all-pools")
        : String.join(", ", pools.stream().map(Object::toString).sorted().toList());
  }

  private String person(ActorId actor) {
    return names.apply(actor.value());
  }

  private String time(Instant at) {
    return time.apply(at);
  }
}
