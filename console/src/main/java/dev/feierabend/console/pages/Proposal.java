package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Right;

/// A proposal that waits, and whether its reader may approve it: with the right to, and only
/// somebody else's.
public record Proposal(AgreementView version, boolean own, boolean approvable) {
  static Proposal of(AgreementView version, Caller reader) {
    boolean own = version.author().equals(reader.actor().value());
    return new Proposal(version, own, reader.may(Right.DECIDE) && !own);
  }
}
