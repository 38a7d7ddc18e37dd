package dev.feierabend.core.deputising;

import dev.feierabend.core.deputising.DeputyCommand.DismissDeputy;
import dev.feierabend.core.deputising.DeputyCommand.NameDeputy;
import dev.feierabend.core.deputising.DeputyEvent.DeputyDismissed;
import dev.feierabend.core.deputising.DeputyEvent.DeputyNamed;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One customer's deputies, each with the latest term that it was given. Public for the model check
/// of the whole life of an agreement.
public record DeputyState(Map<ActorId, Deputyship> terms) {
  public static final DeputyState NONE = new DeputyState(Map.of());

  public DeputyState {
    terms = Map.copyOf(terms);
  }

  /// The term of `actor` that covers `at`.
  public Optional<Deputyship> covering(ActorId actor, Instant at) {
    return Optional.ofNullable(terms.get(actor)).filter(term -> term.covers(at));
  }

  public Decision decide(DeputyCommand command) {
    return switch (command) {
      case NameDeputy name -> name(name);
      case DismissDeputy dismiss -> dismiss(dismiss);
    };
  }

  private Decision name(NameDeputy name) {
    if (name.deputy().equals(name.by())) {
      return Decision.reject(
          "own-deputy", "Expected a deputy other than oneself, but both are " + name.by());
    }
    if (!name.until().isAfter(name.from()) || !name.until().isAfter(name.at())) {
      return Decision.reject(
          "bad-term",
          "Expected a term that ends after its beginning and after %s but found %s to %s"
              .formatted(name.at(), name.from(), name.until()));
    }
    return onlyApprovers(name.by(), name.at())
        .orElseGet(() ->
            Decision.of(
                new DeputyNamed(
                    name.tenant(),
                    name.deputy(),
                    name.from(),
                    name.until(),
                    name.by(),
                    name.at())));
  }

  private Decision dismiss(DismissDeputy dismiss) {
    Deputyship term = terms.get(dismiss.deputy());
    if (term == null || term.over(dismiss.at())) {
      return Decision.reject(
          "no-deputy", "Expected a deputy but %s is none".formatted(dismiss.deputy()));
    }
    Optional<Decision> refusal =
        dismiss.by().equals(dismiss.deputy())
            ? Optional.empty()
            : onlyApprovers(dismiss.by(), dismiss.at());
    return refusal.orElseGet(() ->
        Decision.of(
            new DeputyDismissed(dismiss.tenant(), dismiss.deputy(), dismiss.by(), dismiss.at())));
  }

  /// A deputy hands on nothing that it was only lent.
  private Optional<Decision> onlyApprovers(ActorId by, Instant at) {
    return covering(by, at)
        .map(term ->
            Decision.reject(
                "only-approvers",
                "Expected somebody who approves in person but %s is the deputy of %s"
                    .formatted(by, term.namedBy())));
  }

  public DeputyState evolve(DeputyEvent event) {
    var next = new HashMap<>(terms);
    switch (event) {
      case DeputyNamed(_, var deputy, var from, var until, var by, _) ->
          next.put(deputy, new Deputyship(deputy, by, from, until));
      case DeputyDismissed(_, var deputy, _, _) -> next.remove(deputy);
    }
    return new DeputyState(next);
  }
}
