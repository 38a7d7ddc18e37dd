package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.security.Caller;
import java.util.Optional;

/// A proposal that waits, and whether its reader may approve it (with the right to, and only
/// somebody else's) or reject it. `consequences`: its week and what it changes.
public record Proposal(
    AgreementView version,
    boolean own,
    boolean approvable,
    boolean rejectable,
    Optional<Consequences> consequences) {
  static Proposal of(
      AgreementView version, Caller reader, boolean decides, Optional<Consequences> consequences) {
    boolean own = version.author().equals(reader.actor().value());
    return new Proposal(version, own, decides && !own, decides, consequences);
  }

  /// True where nothing in force stands beside it.
  public boolean alone() {
    return consequences.flatMap(Consequences::before).isEmpty();
  }
}
