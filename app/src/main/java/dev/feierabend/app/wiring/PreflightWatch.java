package dev.feierabend.app.wiring;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.app.words.TroubleText;
import dev.feierabend.kubernetes.preflight.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the cluster in the two hours before an evening, and every hour while something is kept
/// on, so that what was put right counts the same night.
final class PreflightWatch implements Hourly.Task {
  private static final Logger LOG = LoggerFactory.getLogger(PreflightWatch.class);
  private static final Duration BEFORE = Duration.ofHours(2);

  private final Foresight foresight;
  private final Evenings evenings;
  private final TroubleText text = new TroubleText(Phrases.ofCommands(Locale.ENGLISH));

  PreflightWatch(Foresight foresight, Evenings evenings) {
    this.foresight = foresight;
    this.evenings = evenings;
  }

  @Override
  public void ended(Instant from, Instant to) {
    if (!evenings.beginWithin(to, to.plus(BEFORE)) && foresight.keptOn().isEmpty()) {
      return;
    }
    List<Trouble> known = foresight.found();
    foresight.again().stream()
        .filter(trouble -> !known.contains(trouble))
        .forEach(trouble -> LOG.warn("Before the evening: {}", text.of(trouble)));
    if (!foresight.keptOn().isEmpty()) {
      LOG.warn("Stays on, for it would not wake: {}", String.join(", ", foresight.keptOn()));
    }
  }
}
