package dev.feierabend.bench;

import dev.feierabend.app.calendars.JollydayCalendar;
import dev.feierabend.bench.cluster.KubernetesBench;
import dev.feierabend.bench.forecast.ManyHosts;
import dev.feierabend.bench.forecast.OnRecordedLoad;
import dev.feierabend.bench.plan.Planned;
import dev.feierabend.bench.study.BesideCloudSim;
import dev.feierabend.bench.study.BesideLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `bench/run` starts: one benchmark, at its full size.
final class Bench {
  private static final Path DISK = Path.of("bench/target/scratch");
  private static final int EVENTS = 50_000;
  private static final long COMMITS = 10_000_000;

  /// Where Bitbrains' machines were.
  private static final ZoneId BITBRAINS = ZoneId.of("Europe/Amsterdam");

  private Bench() {}

  static void main(String[] args) throws Exception {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    List<String> rest = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "" : args[0]) {
      case "append" -> new Append(rounds(2, 7), Script.of(500), DISK, out).compare();
      case "mongo" -> new MongoAppend(rounds(1, 5), Script.of(100), rest.getFirst(), out).compare();
      case "verify" -> new Verified(events(rest), 7, DISK, out).measure();
      case "proof" -> new Proofs(rounds(2, 7), commits(rest), 200, DISK, out).compare();
      case "replay" -> replay(recorded(rest), out);
      case "first" -> new FirstCommand(rounds(2, 7), EVENTS, DISK, out).compare();
      case "demo" -> new DemoWeek(rounds(1, 3), week(recorded(rest)), DISK, out).compare();
      case "policies" -> policies(out);
      case "plan" -> new Planned(5, 10_000, out).measure();
      case "explain" -> commands(rest, out);
      case "start" -> start(services(rest), out);
      case "study" -> study(Path.of(rest.getFirst()), out);
      case "forecast" -> forecast(recorded(rest), out);
      case "simulate" -> new SimulatedYear(1_000, 365, out).measure();
      case "kubernetes" -> new KubernetesBench(DISK, out).run(rest);
      default -> {
        out.println(
            "Expected append, mongo URI, verify [EVENTS], proof [COMMITS], replay [LOAD], first, demo [LOAD], policies, plan, explain, start, study DIR, forecast [TABLE], simulate or kubernetes;"
                + " see bench/README.md");
        System.exit(2);
      }
    }
  }

  private static Rounds rounds(int warmUps, int rounds) {
    return new Rounds(warmUps, rounds, System::nanoTime);
  }

  private static Week week(Optional<Path> load) {
    return new Week(7, 40, load);
  }

  private static Optional<Path> recorded(List<String> rest) {
    return rest.stream().findFirst().map(Path::of);
  }

  private static long events(List<String> rest) {
    return rest.stream().findFirst().map(Long::valueOf).orElse((long) EVENTS);
  }

  private static long commits(List<String> rest) {
    return rest.stream().findFirst().map(Long::valueOf).orElse(COMMITS);
  }

  private static void study(Path folder, PrintWriter out) throws IOException {
    new BesideCloudSim(folder, out).compare();
    new BesideLimits(folder, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, out)
        .compare();
  }

  private static void forecast(Optional<Path> table, PrintWriter out) {
    table.ifPresentOrElse(
        it -> new OnRecordedLoad(it, BITBRAINS, out).compare(),
        () -> new ManyHosts(1_000, 8, 9, out).measure());
  }

  private static void replay(Optional<Path> load, PrintWriter out) throws Exception {
    try (var once = Scratch.in(DISK);
        var journal = Scratch.in(DISK)) {
      week(load).live(once.path(), System::nanoTime);
      LongHistory history = LongHistory.write(once.path(), journal.path(), EVENTS);
      new Replay(rounds(2, 7), history, journal.path(), out).compare();
    }
  }

  private static void start(List<Service> services, PrintWriter out) throws Exception {
    try (var logs = Scratch.in(DISK)) {
      new Start(rounds(1, 5), logs.path(), out).compare(services);
    }
  }

  private static void policies(PrintWriter out) throws Exception {
    new Evaluations(rounds(3, 7), new JollydayCalendar(), 1_000, 100_000, out).compare();
    new BadInput(rounds(3, 3), 250_000, 1_000_000, out).compare();
  }

  /// `NAME COMMAND…`, separated by `--`; the first is the reference.
  private static void commands(List<String> arguments, PrintWriter out) throws Exception {
    try (var logs = Scratch.in(DISK)) {
      var subjects = new ArrayList<Subject>();
      List<String> left = arguments;
      while (!left.isEmpty()) {
        int end = left.contains("--") ? left.indexOf("--") : left.size();
        var command = new Command(left.getFirst(), left.subList(1, end));
        subjects.add(command.subject(logs.path().resolve("command.log")));
        left = left.subList(Math.min(end + 1, left.size()), left.size());
      }
      rounds(2, 11).of(subjects).print(out, Comparison.Scale.MILLISECONDS);
    }
  }

  /// `NAME HEALTH COMMAND…`, separated by `--`; the first is the reference.
  private static List<Service> services(List<String> arguments) {
    var services = new ArrayList<Service>();
    List<String> left = arguments;
    while (left.size() > 2) {
      int end = left.contains("--") ? left.indexOf("--") : left.size();
      services.add(new Service(left.get(0), left.subList(2, end), URI.create(left.get(1))));
      left = left.subList(Math.min(end + 1, left.size()), left.size());
    }
    return services;
  }
}
