package dev.feierabend.core.naming;

import dev.feierabend.policies.terms.ActorId;
import java.util.SortedMap;

/// Who is who, kept outside the journal so that it can be forgotten. Every method throws a
/// `core.kernel.Outage` where the directory can't be read or written.
public interface NameDirectory {
  SortedMap<ActorId, KnownName> all();

  /// The names that somebody wrote in without a salt; the journal doesn't bind them.
  SortedMap<ActorId, String> unbound();

  /// Returns once the name is kept for good, in place of an earlier one.
  void keep(ActorId actor, KnownName name);

  /// Returns once the name is in no file of the directory any more.
  void erase(ActorId actor);
}
