package dev.feierabend.console;

import dev.feierabend.core.naming.KnownName;
import dev.feierabend.core.naming.NameDirectory;
import dev.feierabend.policies.terms.ActorId;
import java.util.SortedMap;
import java.util.TreeMap;

/// A directory of names in memory. Somebody who left the town still has a name in it.
final class NotedNames implements NameDirectory {
  static final ActorId GONE = new ActorId("gone-1");

  private final SortedMap<ActorId, KnownName> names = new TreeMap<>();
  private final SortedMap<ActorId, String> unbound = new TreeMap<>();

  NotedNames() {
    unbound.put(GONE, "Gerda Gone");
  }

  @Override
  public SortedMap<ActorId, KnownName> all() {
    return new TreeMap<>(names);
  }

  @Override
  public SortedMap<ActorId, String> unbound() {
    return new TreeMap<>(unbound);
  }

  @Override
  public void keep(ActorId actor, KnownName name) {
    unbound.remove(actor);
    names.put(actor, name);
  }

  @Override
  public void erase(ActorId actor) {
    unbound.remove(actor);
    names.remove(actor);
  }
}
