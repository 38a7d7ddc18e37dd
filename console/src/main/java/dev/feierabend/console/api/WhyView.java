package dev.feierabend.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.feierabend.core.reporting.Why;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How something stood (`asleep`, `falling`, `waking`, `awake`) and why, in one sentence;
/// `agreements`: what it rested on; `plan`: the id of the decision; `need`: of a workload, by what
/// its need was planned, in one sentence.
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhyView(
    String subject,
    Instant at,
    String state,
    String sentence,
    List<Basis> agreements,
    @Nullable String plan,
    @Nullable String need) {
  WhyView {
    agreements = List.copyOf(agreements);
  }

  /// A document and who agreed to it, by pseudonym; `inPlaceOf` where that was a deputy.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Basis(
      String agreement,
      String digest,
      String author,
      Instant proposed,
      String approver,
      @Nullable String inPlaceOf,
      Instant approved) {
    static Basis of(Why.Basis basis) {
      return new Basis(
          basis.agreement().value(),
          basis.digest(),
          basis.author().value(),
          basis.proposed(),
          basis.approver().value(),
          basis.inPlaceOf().map(ActorId::value).orElse(null),
          basis.approved());
    }
  }

  static WhyView of(Why why, String sentence, Optional<String> need) {
    return new WhyView(
        why.subject().id(),
        why.at(),
        why.state().name().toLowerCase(Locale.ROOT),
        sentence,
        why.agreements().stream().map(Basis::of).toList(),
        why.plan().map(Why.Plan::id).orElse(null),
        need.orElse(null));
  }
}
