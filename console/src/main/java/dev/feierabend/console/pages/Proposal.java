package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.security.Caller;
import java.util.Optional;

/// A proposal that waits, and what its reader may do about it: reject it with the right to decide,
/// approve it if it is somebody else's besides, take it back who proposed it. `own`: the reader
/// wrote or proposed it; `consequences`: its week and what it changes.
public record Proposal(
    AgreementView version,
    boolean own,
    boolean rejectable,
    boolean retractable,
    Optional<Consequences> consequences) {
  static Proposal of(
      AgreementView version, Caller reader, boolean decides, Optional<Consequences> consequences) {
    String actor = reader.actor().value();
    return new Proposal(
        version, version.by(actor), decides, version.author().equals(actor), consequences);
  }

  public boolean approvable() {
    return rejectable && !own;
  }

  /// True where nothing in force stands beside it.
  public boolean alone() {
    return consequences.flatMap(Consequences::before).isEmpty();
  }
}
