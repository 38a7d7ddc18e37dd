package dev.feierabend.console.pages;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.Agreements;

/// A document that nobody is asked to decide on yet, and whether its reader may propose it (to all
/// of its tenants) or discard it (who wrote it).
public record Draft(AgreementView version, boolean proposable, boolean discardable) {
  static Draft of(Agreements.Entry entry, Caller reader) {
    return new Draft(
        AgreementView.of(entry),
        entry.policy().tenants().stream().allMatch(reader::sees),
        entry.authors().include(reader.actor()));
  }
}
