package dev.feierabend.helm.realparts;

import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.helm.night.Chronicle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/// Lives a night on real parts and tells it: evening, morning, and what all logs say of it. Where
/// something happens time passes as it does; the hours in which nothing does are skipped.
final class RealNight {
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Path folder;
  private final PrintStream out;
  private final ShiftedClock clock = new ShiftedClock();
  private final List<String> wrong = new ArrayList<>();

  RealNight(Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /// What isn't as it should be, a sentence each.
  List<String> live() {
    out.println("A night on real parts");
    try (House house = new House(folder, Ways.DIRECT)) {
      house.told().forEach(part -> out.println("  " + part));
      SortedMap<String, String> before = house.state();
      live(house, Hours.of(0));
      compare(before, house.state());
      reconcile(house);
    }
    wrong.forEach(it -> out.println("  WRONG " + it));
    out.println(
        wrong.isEmpty()
            ? "  Nothing is missing, nothing is left over."
            : "  What was recorded and said: " + folder);
    return List.copyOf(wrong);
  }

  private void live(House house, Hours hours) {
    try (Serve service = Serve.start(folder, hours.afternoon(), clock)) {
      house.agree(service.desk);
      tell("agreed by two towns, each with its customer's approval");
      service.itIs(hours.dusk());
      expect("all to be asleep", house, house::byNight);
      tell("evening: " + house.now());
      quiet(service);
      service.itIs(hours.dawn());
      expect("all to be back", house, house::byDay);
      tell("morning: " + house.now());
      quiet(service);
      if (clock.instant().isAfter(hours.readyBy())) {
        wrong.add("expected all back by the agreed time, but it was " + clock.instant());
      }
      service.stop();
    }
  }

  private static void quiet(Serve service) {
    await().atMost(PATIENCE).pollInterval(GLANCE).until(service.desk::quiet);
  }

  private void expect(String what, House house, BooleanSupplier condition) {
    try {
      await().atMost(PATIENCE).pollInterval(GLANCE).until(condition::getAsBoolean);
    } catch (ConditionTimeoutException late) {
      wrong.add("expected %s within %s, but %s".formatted(what, PATIENCE, house.now()));
    }
  }

  private void compare(SortedMap<String, String> before, SortedMap<String, String> after) {
    var all = new TreeMap<>(before);
    all.putAll(after);
    all.keySet()
        .forEach(name -> {
          String was = before.getOrDefault(name, "not there");
          String is = after.getOrDefault(name, "not there");
          if (!was.equals(is)) {
            wrong.add("%s was %s and is %s".formatted(name, was, is));
          }
        });
    out.printf("  compared: %d specifications and states, byte for byte%n", all.size());
  }

  private void reconcile(House house) {
    var chronicle = new Chronicle(folder.resolve("journal").toString());
    List<Recorded> recorded = chronicle.read((history, _) -> history);
    List<JournalEvent> history = recorded.stream().map(Recorded::event).toList();
    var found =
        Reconciliation.of(
            house.effects(clock),
            Intent.of(recorded),
            new Reconciliation.Terms(true, house.unmarked()));
    out.printf("  journal: %d intents, %d completed%n", found.intents().size(), found.completed());
    found.counted().forEach((log, count) -> out.printf("  %s: %d effects%n", log, count));
    out.printf("  reconciled: %d differences%n", found.differences().size());
    wrong.addAll(found.differences());
    wrong.addAll(house.wrongs());
    expectInTime(history);
    Verification verification = chronicle.verified();
    if (!(verification instanceof Verification.Intact)) {
      wrong.add("expected a history that verifies, but found " + verification);
    }
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
    LocalTime now = LocalTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), ZONE);
    out.printf("  %s %s%n", now, line);
  }
}
