package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who agreed to what, noted down from what people asked and were granted. Knows nothing of the
/// product's states and events.
///
/// @param authors by digest
/// @param consents digests with an approval that counts
/// @param terms who was named deputy by whom, until when
record Witness(Map<String, ActorId> authors, Set<String> consents, Map<ActorId, Term> terms) {
  record Term(ActorId namedBy, Instant until) {}

  static final Witness NOBODY = new Witness(Map.of(), Set.of(), Map.of());

  Witness {
    authors = Map.copyOf(authors);
    consents = Set.copyOf(consents);
    terms = Map.copyOf(terms);
  }

  boolean agreed(String digest) {
    return consents.contains(digest);
  }

  Witness heard(Command granted) {
    var authors = new HashMap<>(this.authors);
    var consents = new HashSet<>(this.consents);
    var terms = new HashMap<>(this.terms);
    switch (granted) {
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
    return new Witness(authors, consents, terms);
  }

  /// Counts only if the author is neither who approves nor in whose place.
  private void approved(ApprovePolicy approve, Set<String> consents) {
    ActorId author = authors.get(approve.digest());
    Term term = terms.get(approve.by());
    boolean deputy = term != null && approve.at().isBefore(term.until());
    boolean forAuthor = deputy && term.namedBy().equals(author);
    if (author != null && !author.equals(approve.by()) && !forAuthor) {
      consents.add(approve.digest());
    }
  }
}
