package dev.feierabend.app.wiring;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.app.words.TroubleText;
import dev.feierabend.kubernetes.preflight.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the cluster as it begins to work, or as soon as there is one to be seen, in the two
/// hours before an evening, and from then on every hour while one is under way or something is kept
/// on, so that what was put right counts the same night.
final class PreflightWatch implements Hourly.Task {
  private static final Logger LOG = LoggerFactory.getLogger(PreflightWatch.class);
  private static final Duration BEFORE = Duration.ofHours(2);

  private final Foresight foresight;
  private final Evenings evenings;
  private final TroubleText text = new TroubleText(Phrases.ofCommands(Locale.ENGLISH));
  private Set<String> said = Set.of();

  PreflightWatch(Foresight foresight, Evenings evenings) {
    this.foresight = foresight;
    this.evenings = evenings;
  }

  /// Whoever led before may have kept something on.
  @Override
  public void began(Instant minute) {
    look(() -> foresight.again(minute));
  }

  @Override
  public void ended(Instant from, Instant to) {
    if (foresight.due(to) && wanted(to)) {
      look(() -> foresight.againWhereDue(to));
    }
  }

  private boolean wanted(Instant at) {
    return foresight.owed()
        || evenings.underWay(at)
        || evenings.underWay(at.plus(BEFORE))
        || !foresight.keptOn().isEmpty();
  }

  private void look(Runnable look) {
    List<Trouble> known = foresight.found();
    look.run();
    foresight.found().stream()
        .filter(trouble -> !known.contains(trouble))
        .forEach(trouble -> LOG.warn("Before the evening: {}", text.of(trouble)));
    Set<String> keptOn = foresight.keptOn();
    if (!keptOn.isEmpty() && !keptOn.equals(said)) {
      LOG.warn(
          "Stays on, for it would not wake, or that isn't known: {}", String.join(", ", keptOn));
    }
    said = Set.copyOf(keptOn);
  }
}
