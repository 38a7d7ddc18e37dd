package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Agreements.Standing;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every document of every agreement as its text, which is read again when it is recalled.
public record Remembered(List<Line> documents) {
  static Remembered of(Collection<Entry> entries) {
    return new Remembered(entries.stream().map(Line::of).toList());
  }

  /// One [Entry].
  record Line(
      AgreementId agreement,
      String document,
      Authors authors,
      Instant proposed,
      Optional<SavingForecast> forecast,
      Standing standing,
      Optional<Consent> consent,
      boolean reminded) {
    private static Line of(Entry entry) {
      return new Line(
          entry.agreement(),
          entry.policy().document().text(),
          entry.authors(),
          entry.proposed(),
          entry.forecast(),
          entry.standing(),
          entry.consent(),
          entry.reminded());
    }

    /// Empty where the document can't be read, as when it is proposed.
    Optional<Entry> entry() {
      return Proposal.parse(document, Map.of()) instanceof Parsed.Valid<SchedulePolicy>(var policy)
          ? Optional.of(
              new Entry(
                  agreement, policy, authors, proposed, forecast, standing, consent, reminded))
          : Optional.empty();
    }
  }
}
