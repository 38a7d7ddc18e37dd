package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// A night through the service's own wiring on whatever the fleet document names, with the calendar
/// in a test's hand: the office sleeps from Monday 20:00 to Tuesday 06:00, everything else doesn't.
final class HypervisorNight implements AutoCloseable {
  static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");
  static final Instant READY_BY = Instant.parse("2026-11-24T05:00:00Z");
  private static final Duration BEAT = Duration.ofSeconds(30);

  private static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: office, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
        readyBy: {lead: PT30M}
      """;

  private final ServiceProperties properties;
  private final EmbeddedCommitLog log = EmbeddedCommitLog.inMemory(this::now);
  private final BiFunction<Worlds, Fleet, Ports> world;
  private final Optional<Integer> pace;
  private Service service;
  private Instant now = EVENING.minus(Duration.ofMinutes(5));

  /// What a restart makes anew.
  private record Service(Ports ports, Journal journal, Reconciler reconciler) {}

  /// @param fleet the document
  /// @param settings the service's, besides
  HypervisorNight(Path folder, String fleet, Map<String, String> settings) throws IOException {
    this(folder, fleet, settings, Optional.empty(), Worlds::of);
  }

  /// @param pace how many of its seconds pass in a real one, where its world has a pace of its own
  HypervisorNight(Path folder, String fleet, Map<String, String> settings, Optional<Integer> pace)
      throws IOException {
    this(folder, fleet, settings, pace, Worlds::of);
  }

  /// @param world what of the document's is there, where it isn't all as the service finds it
  HypervisorNight(
      Path folder,
      String fleet,
      Map<String, String> settings,
      Optional<Integer> pace,
      BiFunction<Worlds, Fleet, Ports> world)
      throws IOException {
    this.pace = pace;
    this.world = world;
    Path file = Files.writeString(folder.resolve("fleet.yaml"), fleet);
    var all = new HashMap<>(settings);
    all.put("feierabend.fleet", file.toString());
    properties =
        new Binder(new MapConfigurationPropertySource(all))
            .bind("feierabend", ServiceProperties.class)
            .get();
    service = begin();
    agree();
  }

  private Service begin() {
    Memory memory = Memory.empty();
    Journal journal = Slices.journal(log, this::now, memory.handlers());
    var worlds =
        new Worlds(
            properties,
            new AllowedHosts(List.of()),
            _ -> false,
            memory.night().slumber()::tookAway,
            this::now);
    Ports ports = world.apply(worlds, FleetFile.read(properties.fleet()));
    var reconciler =
        new Reconciler(
            ports.fleet(),
            ports.effects(),
            memory,
            new Reconciler.Settings(
                Mode.ACTIVE,
                new Rules(1, 1, 0.8, Duration.ofMinutes(5)),
                Duration.ofMinutes(5),
                new Evaluation(HolidayCalendar.NONE)),
            journal::send);
    return new Service(ports, journal, reconciler);
  }

  /// The service dies and another one takes up what is recorded.
  void restart() {
    service.ports().close();
    service = begin();
  }

  private void agree() {
    var agreement = AgreementId.of(new TenantId("ahausen"), "office");
    String digest = Document.of(POLICY.getBytes(UTF_8)).digest();
    Journal journal = service.journal();
    journal.send(
        new ProposePolicy(agreement, POLICY, new ActorId("author"), now, Optional.empty()));
    journal.send(new ApprovePolicy(agreement, digest, new ActorId("approver"), now));
  }

  Instant now() {
    return now;
  }

  Snapshot seen() {
    return service.ports().fleet().observe();
  }

  /// Lives at the pace of a real night until `end`, or until it is `settled`; tells whether it was.
  boolean live(Instant end, Predicate<Snapshot> settled) {
    Instant began = now;
    long real = System.nanoTime();
    while (now.isBefore(end)) {
      now =
          pace.map(it -> began.plusNanos((System.nanoTime() - real) * it))
              .orElseGet(() -> now.plus(BEAT));
      try {
        service.reconciler().tick(now);
        if (settled.test(seen())) {
          return true;
        }
      } catch (Outage outage) {
        if (now.plus(BEAT).isAfter(end)) {
          throw outage;
        }
      }
    }
    return false;
  }

  /// Goes to a later moment without a look in between.
  void skipTo(Instant later) {
    now = later;
  }

  <E extends JournalEvent> List<E> events(Class<E> type) {
    try (var history = service.journal().history()) {
      return history.map(Recorded::event).filter(type::isInstance).map(type::cast).toList();
    }
  }

  @Override
  public void close() {
    service.ports().close();
    service.journal().close();
  }
}
