package dev.feierabend.console.api;

import dev.feierabend.core.agreeing.Agreements;
import java.time.Instant;
import java.util.Locale;

/// One document of an agreement and how it stands: `proposed`, `rejected`, `active`, `ended`.
/// `author` is a pseudonym, `digest` the SHA-256 (hex) of the document's bytes.
public record AgreementView(
    String tenant,
    String policy,
    String digest,
    String standing,
    String author,
    Instant proposed,
    String document) {

  static AgreementView of(Agreements.Entry entry) {
    return new AgreementView(
        entry.agreement().tenant().value(),
        entry.policy().name(),
        entry.digest(),
        entry.standing().name().toLowerCase(Locale.ROOT),
        entry.author().value(),
        entry.proposed(),
        entry.policy().document().text());
  }

  /// True for what waits for a decision.
  public boolean open() {
    return standing.equals("proposed");
  }
}
