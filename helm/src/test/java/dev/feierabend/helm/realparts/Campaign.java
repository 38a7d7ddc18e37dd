package dev.feierabend.helm.realparts;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Night after night on the same parts and the same journal, each with its faults.
final class Campaign {
  /// Who doesn't sleep by then stays awake, as where nothing has moved for a while.
  private static final Duration EVENING = Duration.ofSeconds(60);

  private static final Duration STILL = Duration.ofSeconds(12);

  /// Time enough for whoever must be given up first.
  private static final Duration MORNING = Duration.ofMinutes(10);

  /// In so few nights something may well have kept somebody awake each time.
  private static final int FEW = 2;

  private final Scene scene;
  private final Passwords passwords;
  private final Mischief mischief;
  private final Ledger ledger;
  private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
  private final List<String> wrong = new ArrayList<>();
  private int nights;
  private int asleep;

  Campaign(Scene scene) {
    this.scene = scene;
    passwords = new Passwords(scene.house, scene.ways, scene::starts);
    mischief = new Mischief(scene.house, scene.ways, passwords, scene::restart);
    ledger = new Ledger(scene.folder, scene.clock);
  }

  void live(List<Fault> faults) {
    Hours hours = scene.tonight();
    nights++;
    faults.forEach(fault -> kinds.merge(fault.kind(), 1, Integer::sum));
    System.out.printf("  night %d: %s%n", nights, faults);
    int already = wrong.size();
    scene.begin(hours);
    suffer(faults, Fault.Part.EVENING);
    if (Patient.seesWhileItMoves(scene.house::byNight, scene.house::now, STILL, EVENING)) {
      asleep++;
    }
    String night = scene.house.now();
    suffer(faults, Fault.Part.NIGHT);
    var morning = new Morning(scene, ledger, hours);
    morning.dawn(faults);
    Instant dawn = scene.clock.instant();
    suffer(faults, Fault.Part.MORNING);
    morning.wrongs(MORNING).forEach(this::wrong);
    scene.differences().forEach(this::wrong);
    everywhere();
    System.out.printf(
        "    night: %s; served %d s after dawn%s; %d wrong%n",
        night,
        Duration.between(dawn, morning.served()).toSeconds(),
        morning.told(),
        wrong.size() - already);
  }

  private void suffer(List<Fault> faults, Fault.Part part) {
    CompletableFuture<Void> done =
        mischief.all(faults.stream().filter(fault -> fault.part() == part).toList());
    await().atMost(MORNING).until(done::isDone);
    done.join();
  }

  /// Each once, whenever it was first seen.
  private void everywhere() {
    var all = new ArrayList<>(scene.house.wrongs());
    all.addAll(passwords.wrongs());
    all.stream().filter(it -> !wrong.contains(it)).forEach(this::wrong);
  }

  void wrong(String what) {
    System.out.println("    WRONG " + what);
    wrong.add(what);
  }

  /// What all of it came to, wrongs a sentence each; no service has the journal by then.
  List<String> told() {
    ledger.of(scene.house).forEach(this::wrong);
    if (asleep == 0 && nights > FEW) {
      wrong("expected nights in which all slept, but there was none");
    }
    kinds.forEach(
        (kind, count) -> System.out.printf("  %4d %s: %s%n", count, kind, kind.sentence()));
    System.out.printf(
        "  %s; failed in the vCenter: %s; %s%n",
        passwords.told(), scene.house.failed(), ledger.told());
    System.out.printf(
        "  %d faults in %d nights, all asleep in %d of them: %d wrong%n",
        kinds.values().stream().mapToInt(Integer::intValue).sum(), nights, asleep, wrong.size());
    return List.copyOf(wrong);
  }
}
