package dev.feierabend.helm.realparts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The house, and the service in it, which may be killed and started anew at any time.
final class Scene implements AutoCloseable {
  final Path folder;
  final FaultyWays ways;
  final House house;
  final ShiftedClock clock = new ShiftedClock();
  private final SortedMap<String, String> before;
  private Serve service;
  private boolean down;
  private int starts = 1;
  private int nights;

  /// @param folder for settings, credentials and the journal
  Scene(Path folder) throws IOException {
    this.folder = folder;
    ways = new FaultyWays(folder);
    house = new House(folder, ways);
    house.told().forEach(part -> System.out.println("  " + part));
    before = house.state();
    service = Serve.start(folder, Hours.of(0).afternoon(), clock);
    house.agree(service.desk);
  }

  /// The next night's hours.
  Hours tonight() {
    return Hours.of(nights++);
  }

  /// It ends and begins anew just before an evening: who lives through hours in a moment doubts its
  /// clock.
  synchronized void begin(Hours hours) {
    service.stop();
    start(hours.dusk());
  }

  synchronized void itIs(Instant now) {
    service.itIs(now);
  }

  /// SIGKILL, and anew at once; nothing while it is down.
  synchronized void restart() {
    if (!down) {
      service.close();
      start(clock.instant());
    }
  }

  /// SIGKILL.
  synchronized void goDown() {
    service.close();
    down = true;
  }

  synchronized void comeUp(Instant at) {
    start(at);
    down = false;
  }

  private void start(Instant at) {
    service = Serve.start(folder, at, clock);
    starts++;
  }

  synchronized int starts() {
    return starts;
  }

  /// Nothing is under way.
  synchronized boolean quiet() {
    return service.desk.quiet();
  }

  /// It ends what it has begun, and leaves its journal to others.
  synchronized void stop() {
    service.stop();
  }

  /// What is not as it was in the beginning, a sentence each.
  List<String> differences() {
    SortedMap<String, String> after = house.state();
    var all = new TreeMap<>(before);
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

  /// How many things are compared.
  int compared() {
    return before.size();
  }

  @Override
  public void close() {
    service.close();
    house.close();
  }
}
