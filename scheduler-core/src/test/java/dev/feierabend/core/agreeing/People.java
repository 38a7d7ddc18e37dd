package dev.feierabend.core.agreeing;

import static dev.feierabend.core.agreeing.Night.ACTORS;

import dev.feierabend.core.deputising.DeputyState;
import dev.feierabend.core.deputising.Deputyship;
import dev.feierabend.policies.terms.ActorId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// People are interchangeable: towns that differ only in who is who have the same future but for
/// the names, so one of them stands for all. Each may ask the same of a town but what is refused
/// whoever asks, and no rule knows one by name; who granted an override is kept, and matters to
/// nobody.
///
/// @param order whoever stands at a place is given the name at that place of `ACTORS`
record People(List<ActorId> order) {
  private static final List<People> ORDERS =
      ACTORS.stream()
          .flatMap(first ->
              ACTORS.stream()
                  .filter(second -> !second.equals(first))
                  .map(second ->
                      List.of(
                          first,
                          second,
                          ACTORS.stream()
                              .filter(third -> !third.equals(first) && !third.equals(second))
                              .findFirst()
                              .orElseThrow())))
          .map(People::new)
          .toList();

  /// The one that stands for `town`: under whichever order its signature is the least.
  static Town interchanged(Town town) {
    People least = ORDERS.getFirst();
    long signature = least.signature(town);
    for (People other : ORDERS) {
      long next = other.signature(town);
      if (next < signature) {
        least = other;
        signature = next;
      }
    }
    return least.equals(ORDERS.getFirst()) ? town : least.renamed(town);
  }

  /// All that a town knows of people, in 46 bits.
  private long signature(Town town) {
    long bits = 0;
    for (String digest : Night.DIGESTS) {
      Version version = town.agreement().versions().get(digest);
      bits = bits << 2 | (version == null ? 0 : place(version.authors().author()));
      bits = bits << 2 | (version == null ? 0 : place(version.authors().drafter().orElse(null)));
      bits = bits << 2 | place(town.witness().authors().get(digest));
      bits = bits << 2 | place(town.witness().drafters().get(digest));
    }
    for (ActorId actor : order) {
      Deputyship term = town.deputies().terms().get(actor);
      bits = bits << 5 | (term == null ? 0 : place(term.namedBy()) << 3 | Night.day(term.until()));
      Witness.Term noted = town.witness().terms().get(actor);
      bits =
          bits << 5 | (noted == null ? 0 : place(noted.namedBy()) << 3 | Night.day(noted.until()));
    }
    return bits;
  }

  /// From 1; 0 for nobody.
  private int place(@Nullable ActorId actor) {
    return actor == null ? 0 : order.indexOf(actor) + 1;
  }

  private Town renamed(Town town) {
    return new Town(
        renamed(town.agreement()),
        renamed(town.deputies()),
        town.exceptions(),
        renamed(town.witness()));
  }

  private AgreementState renamed(AgreementState state) {
    var versions = new HashMap<String, Version>();
    state.versions().forEach((digest, version) -> versions.put(digest, renamed(version)));
    return new AgreementState(versions, state.active());
  }

  private Version renamed(Version version) {
    var authors =
        new Authors(name(version.authors().author()), version.authors().drafter().map(this::name));
    return new Version(
        version.policy(), authors, version.status(), version.begins(), version.reminded());
  }

  private DeputyState renamed(DeputyState state) {
    var terms = new HashMap<ActorId, Deputyship>();
    state
        .terms()
        .values()
        .forEach(term ->
            terms.put(
                name(term.deputy()),
                new Deputyship(
                    name(term.deputy()), name(term.namedBy()), term.from(), term.until())));
    return new DeputyState(terms);
  }

  private Witness renamed(Witness witness) {
    var terms = new HashMap<ActorId, Witness.Term>();
    witness
        .terms()
        .forEach((deputy, term) ->
            terms.put(name(deputy), new Witness.Term(name(term.namedBy()), term.until())));
    return new Witness(
        renamed(witness.drafters()), renamed(witness.authors()), witness.consents(), terms);
  }

  private Map<String, ActorId> renamed(Map<String, ActorId> people) {
    return people.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> name(entry.getValue())));
  }

  private ActorId name(ActorId actor) {
    return ACTORS.get(order.indexOf(actor));
  }
}
