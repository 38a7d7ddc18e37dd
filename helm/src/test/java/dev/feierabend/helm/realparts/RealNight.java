package dev.feierabend.helm.realparts;

import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.helm.night.Chronicle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A night on real parts in which nothing goes wrong: evening, morning, and what all logs say of
/// it. Where something happens time passes as it does; the hours in which nothing does are skipped.
final class RealNight {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Scene scene;
  private final List<String> wrong = new ArrayList<>();
  private Instant end = Instant.MAX;

  /// @param scene no night was lived there before
  RealNight(Scene scene) {
    this.scene = scene;
  }

  void live() {
    Hours hours = scene.tonight();
    tell("agreed by two towns, each with its customer's approval");
    scene.begin(hours);
    expect("all to be asleep", scene.house::byNight);
    tell("evening: " + scene.house.now());
    expect("nothing to be under way", scene::quiet);
    scene.itIs(hours.dawn());
    expect("all to be back", scene.house::byDay);
    tell("morning: " + scene.house.now());
    expect("nothing to be under way", scene::quiet);
    if (scene.clock.instant().isAfter(hours.readyBy())) {
      wrong.add("expected all back by the agreed time, but it was " + scene.clock.instant());
    }
    wrong.addAll(scene.differences());
    System.out.printf(
        "  compared: %d specifications and states, byte for byte%n", scene.compared());
    end = scene.clock.instant();
  }

  private void expect(String what, BooleanSupplier condition) {
    if (!Patient.sees(condition, PATIENCE)) {
      wrong.add("expected %s within %s, but %s".formatted(what, PATIENCE, scene.house.now()));
    }
  }

  /// What isn't as it should be, a sentence each; no service has the journal by then.
  List<String> reconciled() {
    var chronicle = new Chronicle(scene.folder.resolve("journal").toString());
    List<Recorded> recorded =
        chronicle.read((history, _) -> history).stream()
            .filter(it -> it.time().isBefore(end))
            .toList();
    List<Effect> effects =
        scene.house.effects(scene.clock).stream().filter(it -> it.at().isBefore(end)).toList();
    var found =
        Reconciliation.of(
            effects, Intent.of(recorded), new Reconciliation.Terms(true, scene.house.unmarked()));
    System.out.printf(
        "  journal: %d intents, %d completed%n", found.intents().size(), found.completed());
    found.counted().forEach((log, count) -> System.out.printf("  %s: %d effects%n", log, count));
    System.out.printf("  reconciled: %d differences%n", found.differences().size());
    wrong.addAll(found.differences());
    wrong.addAll(scene.house.wrongs());
    expectInTime(recorded.stream().map(Recorded::event).toList());
    Verification verification = chronicle.verified();
    if (!(verification instanceof Verification.Intact)) {
      wrong.add("expected a history that verifies, but found " + verification);
    }
    wrong.forEach(it -> System.out.println("  WRONG " + it));
    System.out.println(
        wrong.isEmpty()
            ? "  Nothing is missing, nothing is left over."
            : "  What was recorded and said: " + scene.folder);
    return List.copyOf(wrong);
  }

  private void expectInTime(List<JournalEvent> history) {
    history.stream()
        .filter(WakeLate.class::isInstance)
        .forEach(late -> wrong.add("expected nothing late, but found " + late));
    if (history.stream().noneMatch(CapacityReady.class::isInstance)) {
      wrong.add("expected capacity to be reported ready, but it never was");
    }
  }

  private void tell(String line) {
    LocalTime now =
        LocalTime.ofInstant(scene.clock.instant().truncatedTo(ChronoUnit.SECONDS), ZONE);
    System.out.printf("  %s %s%n", now, line);
  }
}
