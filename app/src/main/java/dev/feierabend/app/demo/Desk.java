package dev.feierabend.app.demo;

import dev.feierabend.core.agreeing.AgreementCommand;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.sandbox.town.ThreeTowns.Proposal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The people of the three towns: one proposes, another approves.
record Desk(Journal journal, InstantSource clock) {
  void propose(List<Proposal> proposals) {
    for (Proposal proposal : proposals) {
      var agreement = AgreementId.of(proposal.tenant(), proposal.name());
      ask(
          new ProposePolicy(
              agreement,
              proposal.document(),
              DemoPeople.PLANNER,
              clock.instant(),
              Optional.empty()));
    }
  }

  void approve(Agreements agreements) {
    agreements
        .all()
        .forEach(entry ->
            ask(
                new ApprovePolicy(
                    entry.agreement(), entry.digest(), DemoPeople.CUSTOMER, clock.instant())));
  }

  private void ask(AgreementCommand command) {
    if (journal.send(command) instanceof Decision.Rejected(var refusal)) {
      throw new IllegalStateException(refusal.sentence());
    }
  }
}
