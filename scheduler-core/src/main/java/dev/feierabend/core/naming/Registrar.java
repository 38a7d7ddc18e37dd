package dev.feierabend.core.naming;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.naming.NamingCommand.ErasePerson;
import dev.feierabend.core.naming.NamingCommand.NamePerson;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Keeps journal and directory of names in step. The journal goes first: whoever dies in between
/// leaves a name too many, and [#sweep] finds it.
public final class Registrar {
  private final Persons persons;
  private final NameDirectory directory;
  private final Dispatch dispatch;
  private final Supplier<String> salts;

  /// @param salts gives a new salt each time, as [KnownName] wants it
  public Registrar(
      Persons persons, NameDirectory directory, Dispatch dispatch, Supplier<String> salts) {
    this.persons = persons;
    this.directory = directory;
    this.dispatch = dispatch;
    this.salts = salts;
  }

  /// Nothing is recorded where the directory knows the name already and the journal binds it.
  public Decision name(ActorId actor, String name, Instant at) {
    KnownName before = directory.all().get(actor);
    KnownName known =
        before != null && before.name().equals(name) ? before : new KnownName(name, salts.get());
    Decision decision = dispatch.send(new NamePerson(actor, known.commitment(actor), at));
    if (decision instanceof Decision.Accepted && !known.equals(before)) {
      directory.keep(actor, known);
    }
    return decision;
  }

  /// A name that isn't bound yet is bound first, so that the erasure is recorded as somebody's.
  public Decision erase(ActorId actor, ActorId by, Instant at) {
    people().stream()
        .filter(person -> person.actor().equals(actor.value()) && !person.bound())
        .forEach(person -> name(actor, person.name(), at));
    Decision decision = dispatch.send(new ErasePerson(actor, by, at));
    if (decision instanceof Decision.Accepted) {
      directory.erase(actor);
    }
    return decision;
  }

  /// Erases the names whose erasure was recorded and not finished, and binds those that somebody
  /// wrote in.
  public void sweep(Instant at) {
    Set<ActorId> left = new TreeSet<>(directory.all().keySet());
    left.addAll(directory.unbound().keySet());
    persons.erased().stream().filter(left::contains).forEach(directory::erase);
    directory.unbound().forEach((actor, name) -> name(actor, name, at));
  }

  /// Everybody the directory knows.
  public List<Person> people() {
    return Stream.concat(
            directory.all().entrySet().stream()
                .map(entry -> person(entry.getKey(), entry.getValue())),
            directory.unbound().entrySet().stream()
                .map(entry -> new Person(entry.getKey().value(), entry.getValue(), false)))
        .sorted(Comparator.comparing(Person::actor))
        .toList();
  }

  private Person person(ActorId actor, KnownName known) {
    boolean bound = persons.commitment(actor).filter(known.commitment(actor)::equals).isPresent();
    return new Person(actor.value(), known.name(), bound);
  }

  /// @param bound whether the journal binds this name: nobody exchanged it since
  public record Person(String actor, String name, boolean bound) {}
}
