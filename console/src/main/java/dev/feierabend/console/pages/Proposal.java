package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Right;
import java.util.Optional;

/// A proposal that waits, and whether its reader may approve it: with the right to, and only
/// somebody else's. `consequences`: its week and what it changes.
public record Proposal(
    AgreementView version, boolean own, boolean approvable, Optional<Consequences> consequences) {
  static Proposal of(AgreementView version, Caller reader, Optional<Consequences> consequences) {
    boolean own = version.author().equals(reader.actor().value());
    return new Proposal(version, own, reader.may(Right.DECIDE) && !own, consequences);
  }
}
