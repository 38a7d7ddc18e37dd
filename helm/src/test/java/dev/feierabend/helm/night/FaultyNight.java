package dev.feierabend.helm.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.helm.night.Fault.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/// Lives a night in which things go wrong at their time.
final class FaultyNight {
  private static final String AGENT = "feierabend/0.1.0";
  private static final Duration A_MOMENT = Duration.ofSeconds(3);
  private static final Duration GLANCE = Duration.ofMillis(500);

  /// So long the evening may take; what doesn't sleep by then stays awake.
  private static final Duration EVENING = Duration.ofSeconds(40);

  private static final Duration MORNING = Duration.ofMinutes(6);
  private static final Duration FAULTS = Duration.ofMinutes(10);
  private static final Duration A_QUARTER = Duration.ofMinutes(16);

  private final Town town;
  private final Mischief mischief;
  private final Path folder;

  FaultyNight(Town town, Mischief mischief, Path folder) {
    this.town = town;
    this.mischief = mischief;
    this.folder = folder;
  }

  static String store(Path folder) {
    return folder.resolve("journal").toString();
  }

  /// Begins before the evening does.
  Lived live(Towns.Date date, List<Fault> faults) {
    return live(date, date.evening().minus(A_MOMENT), faults);
  }

  /// The service begins when the evening has begun already.
  Lived liveLate(Towns.Date date) {
    return live(date, date.evening().plus(A_MOMENT), List.of());
  }

  private Lived live(Towns.Date date, Instant begins, List<Fault> faults) {
    town.awaitDay();
    town.time.jump(begins);
    town.lookout.told();
    Snapshot first = town.lookout.now();
    var before = town.specs();
    int effects = SeenEffects.of(town.path.answered()).size();
    try (var service = ServiceProcess.start(folder, AGENT, Halt.NOWHERE, store(folder), "")) {
      service.awaitSaid(NightService.WAITS::equals);
      int replayed = SeenEffects.of(town.path.answered()).size() - effects;
      itIs(begins, service);
      List<String> awake = evening(faults, service);
      List<String> late = morning(date, faults, service);
      Snapshot last = dayAfter(date, service);
      var lived =
          new Lived(
              date,
              faults,
              service.told(),
              awake,
              late,
              before,
              town.specs(),
              SeenEffects.of(town.path.answered()),
              Stream.of(List.of(first), town.lookout.told(), List.of(last))
                  .flatMap(List::stream)
                  .toList(),
              replayed);
      service.stop();
      return lived;
    }
  }

  private List<String> evening(List<Fault> faults, ServiceProcess service) {
    var done = mischief.all(in(Part.EVENING, faults), service);
    await().atMost(FAULTS).until(done::isDone);
    done.join();
    List<String> awake = whileItLasts(EVENING, FleetPort.Workload::asleep);
    var night = mischief.all(in(Part.NIGHT, faults), service);
    await().atMost(FAULTS).until(night::isDone);
    night.join();
    return awake;
  }

  private List<String> morning(Towns.Date date, List<Fault> faults, ServiceProcess service) {
    itIs(date.wake().minus(A_MOMENT), service);
    var done = mischief.all(in(Part.MORNING, faults), service);
    await().atMost(FAULTS).until(done::isDone);
    done.join();
    List<String> late = whileItLasts(MORNING, it -> !it.asleep() && it.ready() == it.replicas());
    if (!late.isEmpty()) {
      System.out.printf("Late %s:%n%s%n", late, town.shown());
    }
    return late;
  }

  /// By when everything that is late has been said to be.
  private Snapshot dayAfter(Towns.Date date, ServiceProcess service) {
    await()
        .atMost(MORNING)
        .pollInterval(GLANCE)
        .until(() -> town.lookout.inService() && service.quiet());
    Instant day = date.readyBy().plus(A_QUARTER);
    itIs(day, service);
    await()
        .atMost(MORNING)
        .pollInterval(GLANCE)
        .until(() -> !town.time.instant().isBefore(day.plus(A_MOMENT)));
    return town.lookout.now();
  }

  private void itIs(Instant now, ServiceProcess service) {
    town.time.jump(now);
    service.itIs(now);
  }

  private List<String> whileItLasts(Duration patience, Predicate<FleetPort.Workload> shallBe) {
    List<Workload> sleepers = town.towns.sleepers().toList();
    try {
      await()
          .atMost(patience)
          .pollInterval(GLANCE)
          .untilAsserted(() -> assertThat(town.lookout.otherThan(sleepers, shallBe)).isEmpty());
    } catch (ConditionTimeoutException _) {
      return town.lookout.otherThan(sleepers, shallBe);
    }
    return List.of();
  }

  private static List<Fault> in(Part part, List<Fault> faults) {
    return faults.stream().filter(fault -> fault.part() == part).toList();
  }
}
