package dev.feierabend.app.office;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.naming.KnownName;
import dev.feierabend.core.naming.NameDirectory;
import dev.feierabend.policies.terms.ActorId;
import java.util.Collections;
import java.util.SortedMap;

/// For a journal whose directory of names is elsewhere: nobody is known, and nobody can be changed.
public final class Nameless implements NameDirectory {
  @Override
  public SortedMap<ActorId, KnownName> all() {
    return Collections.emptySortedMap();
  }

  @Override
  public SortedMap<ActorId, String> unbound() {
    return Collections.emptySortedMap();
  }

  @Override
  public void keep(ActorId actor, KnownName name) {
    throw elsewhere();
  }

  @Override
  public void erase(ActorId actor) {
    throw elsewhere();
  }

  private static Outage elsewhere() {
    return new Outage(
        "Expected the directory with the names but none is named; name the service's with --beside");
  }
}
