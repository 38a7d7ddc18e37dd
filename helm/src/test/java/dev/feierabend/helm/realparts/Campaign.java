package dev.feierabend.helm.realparts;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/// Night after night on the same parts and the same journal, each with its faults.
final class Campaign implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(500);

  /// So long after its last fault the evening may take; who doesn't sleep by then stays awake.
  private static final Duration EVENING = Duration.ofSeconds(60);

  /// Time enough for whoever must be given up first.
  private static final Duration MORNING = Duration.ofMinutes(10);

  private final Path folder;
  private final FaultyWays ways;
  private final House house;
  private final Mischief mischief;
  private final ShiftedClock clock = new ShiftedClock();
  private final SortedMap<String, String> before;
  private final Ledger ledger;
  private final Map<Fault.Kind, Integer> kinds = new EnumMap<>(Fault.Kind.class);
  private final List<String> wrong = new ArrayList<>();
  private volatile Serve service;
  private int nights;
  private int asleep;

  Campaign(Path folder) throws IOException {
    this.folder = folder;
    ways = new FaultyWays(folder);
    house = new House(folder, ways);
    house.told().forEach(part -> System.out.println("  " + part));
    mischief = new Mischief(house, ways, this::restart);
    before = house.state();
    ledger = new Ledger(folder, clock);
    service = Serve.start(folder, Hours.of(0).afternoon(), clock);
    house.agree(service.desk);
  }

  private synchronized void restart() {
    service.close();
    service = Serve.start(folder, clock.instant(), clock);
  }

  private synchronized void itIs(Instant now) {
    service.itIs(now);
  }

  void live(List<Fault> faults) {
    var hours = Hours.of(nights);
    nights++;
    faults.forEach(fault -> kinds.merge(fault.kind(), 1, Integer::sum));
    System.out.printf("  night %d: %s%n", nights, faults);
    int already = wrong.size();
    itIs(hours.dusk());
    suffer(faults, Fault.Part.EVENING);
    if (holds(house::byNight, EVENING)) {
      asleep++;
    }
    String night = house.now();
    suffer(faults, Fault.Part.NIGHT);
    itIs(hours.dawn());
    suffer(faults, Fault.Part.MORNING);
    boolean back = holds(house::byDay, MORNING);
    Instant at = clock.instant();
    holds(service.desk::quiet, MORNING);
    if (!back) {
      wrong("lost: " + house.now());
    }
    if (at.isAfter(hours.readyBy())) {
      ledger.late(hours.readyBy());
    }
    differences().forEach(this::wrong);
    house.wrongs().stream().filter(it -> !wrong.contains(it)).forEach(this::wrong);
    System.out.printf(
        "    night: %s; back %d s after the wake; %d wrong%n",
        night, Duration.between(hours.wake(), at).toSeconds(), wrong.size() - already);
  }

  private void suffer(List<Fault> faults, Fault.Part part) {
    CompletableFuture<Void> done =
        mischief.all(faults.stream().filter(fault -> fault.part() == part).toList());
    await().atMost(MORNING).until(done::isDone);
    done.join();
  }

  private static boolean holds(BooleanSupplier condition, Duration patience) {
    try {
      await()
          .atMost(patience)
          .pollInterval(GLANCE)
          .ignoreExceptions()
          .until(condition::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException late) {
      return false;
    }
  }

  private List<String> differences() {
    var all = new TreeMap<>(before);
    SortedMap<String, String> after = house.state();
    all.putAll(after);
    return all.keySet().stream()
        .filter(name -> !before.getOrDefault(name, "").equals(after.getOrDefault(name, "")))
        .map(name ->
            "%s was %s and is %s"
                .formatted(
                    name,
                    before.getOrDefault(name, "not there"),
                    after.getOrDefault(name, "not there")))
        .toList();
  }

  private void wrong(String what) {
    System.out.println("    WRONG " + what);
    wrong.add(what);
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// What all of it came to; the journal is read once the service has ended.
  void tell() {
    service.stop();
    ledger.of(house).forEach(this::wrong);
    if (asleep == 0) {
      wrong("expected nights in which all slept, but there was none");
    }
    System.out.printf(
        "  %d faults in %d nights, all asleep in %d of them: %d wrong; %s%n",
        kinds.values().stream().mapToInt(Integer::intValue).sum(),
        nights,
        asleep,
        wrong.size(),
        kinds);
  }

  @Override
  public void close() {
    service.close();
    house.close();
  }
}
