package dev.feierabend.bench.cluster;

import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.bench.cluster.Audit.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/// All to sleep and back by each contender in turn, on the same objects. Before, between and after
/// them the floor: bare merge patches, 32 at once. How quick the API server is changes by the
/// quarter of an hour, so everybody is set beside the floors' mean.
final class Speed {
  private static final String FLOOR = "merge patches, 32 at once";
  private static final String FLOOR_AGENT = "floor/1";
  private static final Duration OFTEN = Duration.ofSeconds(5);

  private enum Way {
    DOWN("to sleep"),
    UP("awake again");

    final String said;

    Way(String said) {
      this.said = said;
    }
  }

  private record Row(String name, Way way, Outcome outcome) {
    boolean isFloor() {
      return name.equals(FLOOR);
    }

    double seconds() {
      return outcome.seconds();
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final Stage stage;
  private final PrintWriter out;
  private final InstantSource clock = SystemTime.clock();

  Speed(Stage stage, PrintWriter out) {
    this.stage = stage;
    this.out = out;
  }

  void compare(List<Contender> contenders) throws Exception {
    floor();
    for (Contender contender : contenders) {
      live(contender);
      floor();
    }
    ratios();
  }

  private void floor() throws Exception {
    stage.objects().awaitServing();
    report(FLOOR, Way.DOWN, floor(0));
    stage.objects().awaitAsleep();
    report(FLOOR, Way.UP, floor(stage.objects().replicas()));
  }

  private Outcome floor(int replicas) throws Exception {
    Instant began = clock.instant();
    List<String> paths = stage.objects().paths();
    String patch = "{\"spec\": {\"replicas\": %d}}".formatted(replicas);
    try (var api = new ApiServer(stage.plane(), FLOOR_AGENT)) {
      Objects.all(paths.size(), i -> api.merge(paths.get(i), patch));
    }
    return outcome(began, asked(FLOOR_AGENT, began, clock.instant()));
  }

  private void live(Contender contender) throws IOException, InterruptedException {
    contender.prepare();
    var processes = new HashSet<Process>();
    try {
      for (String night : contender.nights()) {
        stage.objects().awaitServing();
        var schedule = Schedule.after(clock.instant(), contender.ahead());
        Instant told = clock.instant();
        Process process = contender.start(schedule);
        processes.add(process);
        awaitUntil(contender, process, schedule.wake());
        contender.wake();
        List<Request> asked = asked(contender.agent(), told, schedule.wake());
        report(night, Way.DOWN, outcome(schedule.sleep(), asked));
        awaitAwake(contender, schedule.wake().plus(Schedule.BOUND));
        asked = asked(contender.agent(), schedule.wake(), clock.instant());
        report(night, Way.UP, outcome(schedule.wake(), asked));
      }
    } finally {
      for (Process process : processes) {
        process.destroyForcibly().waitFor();
      }
      stage.objects().wakeAll();
    }
  }

  private void awaitAwake(Contender contender, Instant end) {
    Awaitility.await(contender.name())
        .atMost(Schedule.BOUND.plus(OFTEN.multipliedBy(6)))
        .pollInterval(OFTEN)
        .until(() ->
            clock.instant().isAfter(end) || stage.objects().awake() == stage.objects().count());
  }

  private void awaitUntil(Contender contender, Process process, Instant end) {
    Awaitility.await(contender.name())
        .atMost(Duration.between(clock.instant(), end).plus(OFTEN))
        .pollInterval(Duration.ofMillis(500))
        .failFast(contender.name() + " ended by itself", () -> !process.isAlive())
        .until(() -> !clock.instant().isBefore(end));
  }

  /// From when it was told on: not everybody waits for the agreed instant.
  private List<Request> asked(String agent, Instant from, Instant until) throws IOException {
    return Audit.of(stage.plane()).requests(agent, from, until);
  }

  private Outcome outcome(Instant due, List<Request> asked) {
    return new Outcome(due, stage.objects().count(), asked);
  }

  private void report(String name, Way way, Outcome it) {
    rows.add(new Row(name, way, it));
    out.printf(
        Locale.ROOT,
        "%-26s %-12s %5d of %d in %7.2f s  %5.2f writes each, %d others, %d reads, first after"
            + " %.2f s, last after %.2f s%n",
        name,
        way.said,
        it.changed(),
        it.objects(),
        it.seconds(),
        it.writesADeployment(),
        it.otherWrites(),
        it.reads(),
        it.toFirst(),
        it.toLast());
    if (it.changed() < it.objects()) {
      out.printf(
          "%s: %d of %d after %d s%n",
          name, it.changed(), it.objects(), Schedule.BOUND.toSeconds());
    }
    out.flush();
  }

  private void ratios() {
    for (Way way : Way.values()) {
      List<Row> ofWay = rows.stream().filter(row -> row.way() == way).toList();
      double floor =
          ofWay.stream().filter(Row::isFloor).mapToDouble(Row::seconds).average().orElseThrow();
      out.printf(Locale.ROOT, "%n%s, beside the floors' mean of %.2f s%n", way.said, floor);
      for (Row row : ofWay) {
        out.printf(
            Locale.ROOT, "%-26s %7.2f s %6.2f%n", row.name(), row.seconds(), row.seconds() / floor);
      }
    }
    out.flush();
  }
}
