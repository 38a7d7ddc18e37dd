package dev.feierabend.core.naming;

import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.naming.NamingEvent.PersonErased;
import dev.feierabend.core.naming.NamingEvent.PersonNamed;
import dev.feierabend.policies.terms.ActorId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: which pseudonyms are bound to a name, and which are nobody's any more.
public final class Persons implements ReadModel<Persons.Bindings> {
  /// Who is bound to a name by which commitment, and who was erased.
  public record Bindings(Map<ActorId, String> commitments, Set<ActorId> erased) {}

  private final Map<ActorId, String> commitments = new ConcurrentHashMap<>();
  private final Set<ActorId> erased = ConcurrentHashMap.newKeySet();

  /// What binds the name of `actor`; empty where it has none.
  public Optional<String> commitment(ActorId actor) {
    return Optional.ofNullable(commitments.get(actor));
  }

  public Set<ActorId> erased() {
    return Set.copyOf(erased);
  }

  @Override
  public Bindings remember() {
    return new Bindings(Map.copyOf(commitments), erased());
  }

  @Override
  public void recall(Bindings memory) {
    commitments.clear();
    commitments.putAll(memory.commitments());
    erased.clear();
    erased.addAll(memory.erased());
  }

  @EventHandler
  void on(NamingEvent event) {
    switch (event) {
      case PersonNamed(var actor, var commitment, _) -> commitments.put(actor, commitment);
      case PersonErased(var actor, _, _) -> {
        commitments.remove(actor);
        erased.add(actor);
      }
    }
  }
}
