package dev.feierabend.core.agreeing;

import static dev.feierabend.core.agreeing.Night.ACTORS;
import static dev.feierabend.core.agreeing.Night.DOCUMENTS;
import static dev.feierabend.core.agreeing.Night.agreement;
import static dev.feierabend.core.agreeing.Night.at;
import static dev.feierabend.core.agreeing.Night.digest;

import dev.feierabend.core.agreeing.AgreementCommand.ActivatePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RemindOfExpiry;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.EndOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.deputising.DeputyCommand.DismissDeputy;
import dev.feierabend.core.deputising.DeputyCommand.NameDeputy;
import dev.feierabend.core.deputising.Deputyship;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that anybody may ask of one customer's aggregates on one evening, sense and nonsense.
record Alphabet(TenantId tenant, int day) {
  List<Command> commands() {
    var all = new ArrayList<Command>();
    ACTORS.forEach(actor -> {
      DOCUMENTS.forEach(document -> about(document, actor, all));
      all.add(new WithdrawPolicy(agreement(tenant), actor, "enough", now()));
      deputies(actor, all);
      all.add(afterItsTerm(actor));
    });
    time(all);
    if (day == 0) {
      nonsense(ACTORS.getFirst(), all);
    }
    exceptions(ACTORS.getFirst(), all);
    return List.copyOf(all);
  }

  private void about(String document, ActorId actor, List<Command> all) {
    var id = agreement(tenant);
    String digest = digest(document);
    all.add(new DraftPolicy(id, document, actor, now()));
    all.add(new DiscardDraft(id, digest, actor, now()));
    all.add(new ProposePolicy(id, document, actor, now(), Optional.empty()));
    all.add(new TakeBackProposal(id, digest, actor, now()));
    all.add(new ApprovePolicy(id, digest, actor, now()));
    all.add(new RejectPolicy(id, digest, actor, "no", now()));
  }

  private void deputies(ActorId actor, List<Command> all) {
    for (ActorId other : ACTORS) {
      all.add(new NameDeputy(tenant, other, at(0), at(day + 1), actor, now()));
      all.add(new DismissDeputy(tenant, other, actor, now()));
    }
  }

  private void time(List<Command> all) {
    var id = agreement(tenant);
    var time = new ActorId("time");
    DOCUMENTS.forEach(document -> all.add(new ActivatePolicy(id, digest(document), time, now())));
    all.add(new RemindOfExpiry(id, time, now()));
    all.add(new ExpirePolicy(id, time, now()));
  }

  private void nonsense(ActorId actor, List<Command> all) {
    var id = agreement(tenant);
    var foreign = DOCUMENTS.getFirst().replace("gemeinsam", "fremd");
    all.add(new ProposePolicy(id, foreign, actor, now(), Optional.empty()));
    all.add(new ProposePolicy(id, "no policy", actor, now(), Optional.empty()));
    all.add(new DraftPolicy(id, foreign, actor, now()));
    all.add(new ApprovePolicy(id, digest(DOCUMENTS.getFirst() + "#"), actor, now()));
    all.add(new NameDeputy(tenant, ACTORS.getLast(), at(day + 1), now(), actor, now()));
  }

  /// An approval in somebody's place by a deputy whose term is over.
  private Command afterItsTerm(ActorId actor) {
    var over = new Deputyship(actor, ACTORS.getLast(), at(day - 1), now());
    String digest = digest(DOCUMENTS.getFirst());
    return new ApprovePolicy(agreement(tenant), digest, actor, now(), Optional.of(over));
  }

  private void exceptions(ActorId actor, List<Command> all) {
    var owner = Owner.of(tenant);
    all.add(override(actor, at(1)));
    all.add(override(actor, now()));
    all.add(new EndOverride(tenant, now()));
    all.add(new DeclareFreeze(owner, actor, "storm", now()));
    all.add(new LiftFreeze(owner, actor, now()));
  }

  private Command override(ActorId actor, Instant until) {
    return new GrantOverride(tenant, Set.of(), until, actor, "council", now(), Duration.ofDays(14));
  }

  private Instant now() {
    return at(day);
  }
}
