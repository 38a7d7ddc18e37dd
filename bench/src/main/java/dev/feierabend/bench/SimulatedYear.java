package dev.feierabend.bench;

import dev.feierabend.app.calendars.Calendars;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.Recording;
import dev.feierabend.sandbox.load.Recording.Series;
import dev.feierabend.sandbox.load.Recording.Unit;
import dev.feierabend.sandbox.replay.Replay;
import dev.feierabend.sandbox.replay.Replayed;
import dev.feierabend.sandbox.replay.Settings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A year of many hosts, each with one guest whose load is its own in every slot, replayed against
/// nights and weekends of three customers; of ten guests one backs up at night.
final class SimulatedYear {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int CUSTOMERS = 3;
  private static final int A_DAY = 288;
  private static final long MIB = 1 << 20;

  /// On a machine that others use too, processor time tells what one core takes.
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int hosts;
  private final int days;
  private final PrintWriter out;

  SimulatedYear(int hosts, int days, PrintWriter out) {
    this.hosts = hosts;
    this.days = days;
    this.out = out;
  }

  void measure() {
    Fleet fleet = valid(FleetParser.parse("fleet.yaml", bytes(fleet())));
    Recording load = load();
    var span = new Replay.Span(BEGIN, BEGIN.plus(Duration.ofDays(days)));
    var settings = Settings.usual(new Evaluation(Calendars.shipped().together()));
    long before = THREADS.getCurrentThreadCpuTime();
    Replayed replayed = Replay.of(fleet, policies(), load, span, settings);
    double seconds = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
    var runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() / MIB;
    out.printf(
        "%,d days of %,d hosts in slots of five minutes: %.2f s of processor time, heap %d MiB of at most %d%n",
        days, hosts, seconds, used, runtime.maxMemory() / MIB);
    out.printf(
        "%,d plans, %,.0f of %,.0f kWh, %d nights contradicted, laws %s%n",
        replayed.plans(),
        replayed.energy().kwh(),
        replayed.energy().awakeKwh(),
        replayed.nights().stream().filter(Replayed.Night::busy).count(),
        replayed.laws().kept() ? "held" : replayed.laws().violations().toString());
  }

  /// Office hours with noise; backups begin anew each night at some time and run for two hours.
  private Recording load() {
    var random = new SplittableRandom(20260101);
    var series = new ArrayList<Series>();
    for (int guest = 0; guest < hosts; guest++) {
      var values = new short[days * A_DAY];
      boolean backup = guest % 10 == 0;
      for (int day = 0; day < days; day++) {
        int begin = 240 + random.nextInt(72);
        for (int slot = 0; slot < A_DAY; slot++) {
          boolean busy = backup ? (slot - begin + A_DAY) % A_DAY < 24 : slot > 84 && slot < 216;
          double share = (busy ? 0.75 : 0.04) * random.nextDouble(0.8, 1.2);
          values[day * A_DAY + slot] = Float.floatToFloat16((float) share);
        }
      }
      series.add(new Series("vm-" + guest, values));
    }
    return new Recording(Optional.of(LoadModel.slot(BEGIN)), Unit.SHARES, series);
  }

  private String fleet() {
    var text = new StringBuilder("apiVersion: feierabend.dev/v1\nkind: Fleet\n");
    text.append("metadata: {name: many}\nspec:\n  tenants:\n");
    for (int i = 0; i < CUSTOMERS; i++) {
      text.append("    - {id: town-%d, name: Town %d}\n".formatted(i, i));
    }
    text.append("  pools:\n    - {id: hosts}\n");
    for (int i = 0; i < CUSTOMERS; i++) {
      text.append("    - {id: pool-%d, tenant: town-%d}\n".formatted(i, i));
    }
    text.append("  controllers:\n    - {name: sandbox, kind: sandbox}\n  hosts:\n");
    for (int i = 0; i < hosts; i++) {
      text.append(
          """
              - uuid: 00000000-0000-0000-0000-%012d
                name: host-%d
                pool: hosts
                cores: 32
                memoryGiB: 256
                watts: {idle: 120, peak: 340}
                standbyWatts: 9
                boot: PT4M
                bootWatts: 220
                controller: sandbox
                guests:
                  - uuid: 10000000-0000-0000-0000-%012d
                    name: vm-%d
                    pool: pool-%d
                    cores: 16
                    memoryGiB: 64
                    movable: true
          """
              .formatted(i, i, i, i, i % CUSTOMERS));
    }
    return text.toString();
  }

  private static List<SchedulePolicy> policies() {
    var policies = new ArrayList<SchedulePolicy>();
    for (int i = 0; i < CUSTOMERS; i++) {
      String text =
          """
          apiVersion: feierabend.dev/v1
          kind: SchedulePolicy
          metadata: {name: nights, tenant: town-%d}
          spec:
            pools: [pool-%d]
            zone: Europe/Berlin
            asleep:
              - {every: Mon-Thu, from: "19:00", to: "06:30"}
              - {from: Fri 19:00, to: Mon 06:30}
            readyBy: {lead: PT30M}
            floor: {hosts: 1}
          """
              .formatted(i, i);
      policies.add(valid(SchedulePolicyParser.parse("policy.yaml", bytes(text))));
    }
    return policies;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T valid(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Valid<T>(var value) -> value;
      case Parsed.Invalid<T>(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }
}
