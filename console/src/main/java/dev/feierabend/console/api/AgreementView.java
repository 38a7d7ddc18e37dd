package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Consent;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One document of an agreement and how it stands: `draft`, `proposed`, `taken-back`, `approved`
/// (it comes into force at `begins`), `rejected`, `active`, `ended`. `author` (who proposed it),
/// `drafter` (who wrote it where it was a draft) and `approver` are pseudonyms, `inPlaceOf` is
/// named where a deputy approved, `proposed` is when it was proposed or saved as a draft, `digest`
/// is the SHA-256 (hex) of the document's bytes; `endsSoon` once the parties were reminded of the
/// end of its validity; `forecast` where enough was recorded when it was proposed.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
    String tenant,
    String policy,
    String digest,
    String standing,
    String author,
    @Nullable String drafter,
    Instant proposed,
    @Nullable String approver,
    @Nullable String inPlaceOf,
    @Nullable Instant begins,
    @Nullable Instant ends,
    boolean endsSoon,
    @Nullable ForecastView forecast,
    String document) {

  public static AgreementView of(Agreements.Entry entry) {
    return new AgreementView(
        entry.agreement().tenant().value(),
        entry.policy().name(),
        entry.digest(),
        entry.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        entry.authors().author().value(),
        entry.authors().drafter().map(ActorId::value).orElse(null),
        entry.proposed(),
        entry.consent().map(Consent::by).map(ActorId::value).orElse(null),
        entry.consent().flatMap(Consent::inPlaceOf).map(ActorId::value).orElse(null),
        entry.begins().orElse(null),
        entry.ends().orElse(null),
        entry.reminded(),
        entry.forecast().map(ForecastView::of).orElse(null),
        entry.policy().document().text());
  }

  /// The agreement's id: `tenant/policy`.
  public String agreement() {
    return tenant + "/" + policy;
  }

  /// True if `actor` wrote or proposed it.
  public boolean by(String actor) {
    return author.equals(actor) || actor.equals(drafter);
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
