package dev.feierabend.helm.realparts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The end of one night: everybody is woken, by the service or without it, and what is owed is back
/// in time wherever another host could take it.
final class Morning {
  /// By then an alarm must have been told, for guests need five minutes.
  private static final Duration ALARM = Duration.ofMinutes(6);

  private static final Duration A_FEW_LOOKS = Duration.ofSeconds(6);
  private static final Duration LATE = Duration.ofHours(2);
  private static final Duration STILL = Duration.ofSeconds(6);
  private static final Duration SETTLED = Duration.ofSeconds(15);

  private final Scene scene;
  private final Ledger ledger;
  private final Hours hours;
  private final List<String> wrong = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private long misplaced;
  private boolean alone;
  private Instant served = Instant.MAX;

  Morning(Scene scene, Ledger ledger, Hours hours) {
    this.scene = scene;
    this.ledger = ledger;
    this.hours = hours;
  }

  void dawn(List<Fault> faults) {
    alone = faults.stream().anyMatch(fault -> fault.kind() == Kind.SERVICE_DOWN);
    if (alone) {
      wakeAlone();
      return;
    }
    faults.stream()
        .filter(fault -> fault.kind() == Kind.WRONG_ADDRESS)
        .forEach(fault -> {
          misplaced++;
          scene.house.misplace(fault.target());
        });
    scene.itIs(hours.dawn());
  }

  /// A machine whose rack has power again takes a moment by itself, and nobody else would switch
  /// it.
  private void wakeAlone() {
    Instant from = scene.clock.instant();
    scene.goDown();
    var wake = WakeByList.run(scene.folder.resolve("wake.yaml"));
    told.add("without the service: " + wake.sum());
    if (wake.exit() != 0 || !Patient.sees(scene.house::powered, SETTLED)) {
      wrong.add("expected all hosts on by the wake list, but " + wake.said());
    }
    ledger.alone(hours.readyBy(), from, scene.clock.instant());
    scene.comeUp(hours.readyBy().plus(LATE));
  }

  /// What is wrong once whoever can be back is.
  List<String> wrongs(Duration patience) {
    if (!Patient.sees(scene.house::serves, patience)) {
      wrong.add("customers' work is lost: " + scene.house.now());
    }
    served = scene.clock.instant();
    if (!alone && served.isAfter(hours.readyBy())) {
      wrong.add("late, though other hosts could have carried it: " + served);
    }
    if (misplaced > 0) {
      pass(patience);
    }
    if (!Patient.sees(scene.house::byDay, patience)) {
      wrong.add("lost: " + scene.house.now());
    }
    if (!alone && scene.clock.instant().isAfter(hours.readyBy())) {
      ledger.late(hours.readyBy());
    }
    Patient.sees(scene::quiet, patience);
    return List.copyOf(wrong);
  }

  /// The agreed time passes without those that nobody hears of; then a technician finds them.
  private void pass(Duration patience) {
    Patient.seesWhileItMoves(() -> false, scene.house::now, STILL, patience);
    long missing = scene.house.missing();
    if (missing == 0) {
      scene.house.find();
      return;
    }
    told.add("%d not heard of by the agreed time".formatted(missing));
    if (missing > misplaced) {
      wrong.add("expected %d hosts to be missing, but %s".formatted(misplaced, scene.house.now()));
    }
    scene.itIs(hours.readyBy().minus(ALARM));
    Patient.sees(() -> scene.house.missing() == 0, A_FEW_LOOKS);
    scene.itIs(hours.readyBy().plusSeconds(1));
    scene.house.find();
  }

  Instant served() {
    return served;
  }

  String told() {
    return told.isEmpty() ? "" : "; " + String.join("; ", told);
  }
}
