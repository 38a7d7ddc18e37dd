package dev.feierabend.bench;

import dev.feierabend.app.demo.Demo;
import dev.feierabend.app.demo.DemoSettings;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.load.GeneratedLoad;
import dev.feierabend.sandbox.load.SandboxLoad;
import dev.feierabend.sandbox.load.Traces;
import dev.feierabend.sandbox.time.VirtualTime;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The demonstration's week, or some days of it.
///
/// @param load recorded load, instead of generated
record Week(int days, int hosts, Optional<Path> load) {
  private static final long SEED = 7;
  private static final Duration LOOK = Duration.ofMinutes(5);
  private static final Duration INTERVAL = Duration.ofHours(1);

  long hours() {
    return Duration.ofDays(days).toHours();
  }

  private Fleet fleet() {
    byte[] document = new ThreeTowns(hosts, SEED).fleet().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet.yaml", document)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  /// Lives it with the whole product and leaves its journal in `out`.
  long live(Path out, LongSupplier nanos) {
    var settings = new DemoSettings(days, SEED, hosts, load.map(Traces::open), out);
    var silent = new PrintWriter(Writer.nullWriter());
    if (!new Demo(settings, fleet(), silent, Locale.ENGLISH, name -> name).run(nanos)) {
      throw new IllegalStateException("Expected a history that verifies");
    }
    return hours();
  }

  /// The same data centre, looked at and measured as often as a quiet week asks for, with nobody to
  /// schedule it.
  long unscheduled() {
    Fleet fleet = fleet();
    var time = new VirtualTime(ThreeTowns.START);
    var model = new GeneratedLoad(new Luck(SEED), ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    var centre = new DataCentre(fleet, model, time);
    var measured = new SandboxLoad(fleet, centre, model);
    time.every(ThreeTowns.START.plus(LOOK), LOOK, "look", centre::observe);
    time.every(
        ThreeTowns.START.plus(INTERVAL),
        INTERVAL,
        "measure",
        () -> measured.between(time.instant().minus(INTERVAL), time.instant()));
    time.runFor(Duration.ofDays(days));
    return hours();
  }
}
