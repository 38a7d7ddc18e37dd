package dev.feierabend.helm.night;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.app.wiring.WakeSpoolFile;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Pace;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.acting.Recorder;
import dev.feierabend.core.acting.Tuning;
import dev.feierabend.core.acting.WakeSpool;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.clusters.KubernetesEffects;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;

/// The service as a process that can be killed: it asks a cluster as the app does, and everything
/// is real but where in the calendar it is; no readiness is tested, and nothing is looked at before
/// an evening. Told an instant on its input, it lives from there; told a wish, it records it; told
/// nothing more, it ends.
public final class NightService {
  /// Said once it has taken up the journal and waits to be told the time.
  static final String WAITS = "waits";

  private static final Duration PERIOD = Duration.ofSeconds(10);
  static final Cadence.Beat BEAT =
      new Cadence.Beat(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(500));

  /// As in a real night, but that minutes are seconds here: what is older than these isn't known.
  private static final Rules RULES = new Rules(1, 1, 0.8, Duration.ofSeconds(15));

  /// As the service has them where nobody says otherwise.
  private static final int REQUESTS = 32;

  private static final Tuning TUNING =
      new Tuning(0.8, 1000, Staging.USUAL, Pace.FREE, Vigilance.USUAL);

  private NightService() {}

  /// @param args the folder with the kubeconfig, the user agent, where to halt, the journal's
  ///   store, and which of several it is, by name; empty for the only one
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Fleet fleet = Documents.fleet(folder);
    Memory memory = Memory.empty();
    var halt = new Halt(args[2]);
    try (var time = new ShiftedTime();
        var client = KubernetesClients.of(Optional.of(Rehearsal.kubeconfig(folder)), args[1]);
        var watch = ClusterWatch.start(client, Recipes.shipped(), time);
        var store = Store.of(args[3], MongoLogin.NONE);
        var journal = journal(store, memory, time, halt);
        var replica =
            args[4].isEmpty() ? new OnlyOne() : OneOfSeveral.of(folder, store, journal, memory)) {
      var names = new FleetNodes(fleet, watch);
      var effects = new HaltingEffects(real(client, watch, names, time), halt).effects();
      var reconciler =
          new Reconciler(
              new KubernetesFleet(fleet, watch, effects.power(), time),
              effects,
              memory,
              new Reconciler.Settings(
                  Mode.ACTIVE, RULES, PERIOD, new Evaluation(HolidayCalendar.NONE), TUNING),
              new Recorder(journal, spool(folder, args[4]), replica.mandate()));
      var cadence = new Cadence(reconciler, time, time, BEAT);
      halt.begin();
      System.out.println(WAITS);
      live(time, () -> replica.work(cadence), journal);
      if (halt.reached()) {
        Runtime.getRuntime().halt(1);
      }
      cadence.stop();
    }
  }

  private static void live(ShiftedTime time, Runnable work, Journal journal) throws IOException {
    var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      var wish = Wishes.of(line, time.instant());
      if (wish.isPresent()) {
        journal.send(wish.get());
      } else {
        time.jump(Instant.parse(line));
        work.run();
      }
    }
  }

  private static Effects real(
      KubernetesClient client, ClusterWatch watch, FleetNodes names, InstantSource time) {
    return new KubernetesEffects(client, Recipes.shipped(), watch, time, REQUESTS)
        .on(names, new NodeAnnotationPower(client, names));
  }

  /// Each of several has its own.
  private static WakeSpool spool(Path folder, String name) {
    return new WakeSpoolFile(folder.resolve("spooled-wakes%s.jsonl".formatted(name)));
  }

  private static Journal journal(Store store, Memory memory, ShiftedTime time, Halt halt) {
    var last = Stream.of(new Telling(halt));
    var handlers = Stream.concat(memory.handlers().stream(), last).toList();
    return Slices.journal(store.log(time), time, handlers);
  }

  /// Says what is recorded, a line an event; while it takes up what was recorded before, too.
  record Telling(Halt halt) {
    @EventHandler
    void on(ActingEvent event) {
      System.out.println(event.getClass().getSimpleName() + " " + event.aggregate());
      halt.step("recorded");
    }
  }
}
