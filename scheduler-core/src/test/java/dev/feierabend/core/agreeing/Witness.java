package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.deputising.DeputyCommand.DismissDeputy;
import dev.feierabend.core.deputising.DeputyCommand.NameDeputy;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who agreed to what, noted down from what people asked and were granted. Knows nothing of the
/// product's states and events.
///
/// @param drafters who wrote the draft of a digest, where there was one
/// @param authors who proposed a digest last
/// @param consents the evening from which on a digest's approval counts, where it has one
/// @param terms who was named deputy by whom, until when
record Witness(
    Map<String, ActorId> drafters,
    Map<String, ActorId> authors,
    Map<String, Integer> consents,
    Map<ActorId, Term> terms) {
  record Term(ActorId namedBy, Instant until) {}

  static final Witness NOBODY = new Witness(Map.of(), Map.of(), Map.of(), Map.of());

  Witness {
    drafters = Map.copyOf(drafters);
    authors = Map.copyOf(authors);
    consents = Map.copyOf(consents);
    terms = Map.copyOf(terms);
  }

  boolean agreed(String digest, int day) {
    return consents.getOrDefault(digest, Night.DAYS) <= day;
  }

  Witness heard(Command granted) {
    var drafters = new HashMap<>(this.drafters);
    var authors = new HashMap<>(this.authors);
    var consents = new HashMap<>(this.consents);
    var terms = new HashMap<>(this.terms);
    switch (granted) {
      case DraftPolicy draft -> drafters.put(Night.digest(draft.document()), draft.by());
      case DiscardDraft discard -> drafters.remove(discard.digest());
      case ProposePolicy propose -> {
        authors.put(Night.digest(propose.document()), propose.by());
        consents.remove(Night.digest(propose.document()));
      }
      case ApprovePolicy approve -> approved(approve, consents);
      case RejectPolicy reject -> consents.remove(reject.digest());
      case TakeBackProposal back -> consents.remove(back.digest());
      case WithdrawPolicy _ -> consents.clear();
      case NameDeputy name -> terms.put(name.deputy(), new Term(name.by(), name.until()));
      case DismissDeputy dismiss -> terms.remove(dismiss.deputy());
      default -> {}
    }
    return new Witness(drafters, authors, consents, terms);
  }

  /// Counts only if whoever wrote or proposed it is neither who approves nor in whose place.
  private void approved(ApprovePolicy approve, Map<String, Integer> consents) {
    Term term = terms.get(approve.by());
    boolean deputy = term != null && approve.at().isBefore(term.until());
    boolean forAuthor = deputy && wrote(term.namedBy(), approve.digest());
    if (authors.containsKey(approve.digest())
        && !wrote(approve.by(), approve.digest())
        && !forAuthor) {
      consents.put(approve.digest(), Night.counts(approve.digest(), Night.day(approve.at())));
    }
  }

  private boolean wrote(ActorId actor, String digest) {
    return actor.equals(authors.get(digest)) || actor.equals(drafters.get(digest));
  }
}
