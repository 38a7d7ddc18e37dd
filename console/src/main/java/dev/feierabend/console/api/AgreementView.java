package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Consent;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One document of an agreement and how it stands: `proposed`, `taken-back`, `approved` (its first
/// day lies ahead), `rejected`, `active`, `ended`. `author` and `approver` are pseudonyms,
/// `inPlaceOf` is named where a deputy approved, `digest` is the SHA-256 (hex) of the document's
/// bytes; `endsSoon` once the parties were reminded of the end of its validity.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
    String tenant,
    String policy,
    String digest,
    String standing,
    String author,
    Instant proposed,
    @Nullable String approver,
    @Nullable String inPlaceOf,
    @Nullable Instant ends,
    boolean endsSoon,
    String document) {

  static AgreementView of(Agreements.Entry entry) {
    return new AgreementView(
        entry.agreement().tenant().value(),
        entry.policy().name(),
        entry.digest(),
        entry.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        entry.author().value(),
        entry.proposed(),
        entry.consent().map(Consent::by).map(ActorId::value).orElse(null),
        entry.consent().flatMap(Consent::inPlaceOf).map(ActorId::value).orElse(null),
        entry.ends().orElse(null),
        entry.reminded(),
        entry.policy().document().text());
  }

  /// True for what waits for a decision.
  public boolean open() {
    return standing.equals("proposed");
  }

  /// True for what is in force or will be.
  public boolean agreed() {
    return active() || standing.equals("approved");
  }

  /// True for what is in force.
  public boolean active() {
    return standing.equals("active");
  }
}
