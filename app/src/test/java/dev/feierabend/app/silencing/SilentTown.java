package dev.feierabend.app.silencing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.acting.TinyFleet;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A town whose night lies around the present, for an Alertmanager has a clock of its own: the
/// evening was half an hour ago, the morning is far ahead, and the test's hand turns the town's
/// clock.
final class SilentTown {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(BERLIN);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  final Instant evening;
  final Instant readyBy;
  final TinyFleet fleet;
  private final CommitLog log;
  private Memory memory = Memory.empty();
  private Journal journal;
  private Reconciler reconciler;
  Instant now;

  /// @param present of the Alertmanager's clock
  SilentTown(Instant present) {
    now = present.truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));
    evening = now.plus(Duration.ofMinutes(30));
    readyBy = evening.plus(Duration.ofHours(3));
    fleet = new TinyFleet(4, this::now);
    log = EmbeddedCommitLog.inMemory(this::now);
    start();
    agree(readyBy);
  }

  private Instant now() {
    return now;
  }

  /// Starts the service on what the journal holds; whatever ran before is forgotten.
  void start() {
    memory = Memory.empty();
    journal = Slices.journal(log, this::now, memory.handlers());
    var settings =
        new Reconciler.Settings(
            Mode.ACTIVE,
            new Rules(1, 1, 0.8, Duration.ofMinutes(5)),
            Duration.ofMinutes(5),
            new Evaluation(HolidayCalendar.NONE));
    var effects =
        new Effects(
            fleet,
            fleet,
            fleet,
            (target, since) -> {
              throw new AssertionError("nothing is to be tested");
            });
    reconciler = new Reconciler(fleet, effects, memory, settings, journal);
  }

  /// @param end by when it must be back
  void agree(Instant end) {
    String policy =
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: rathaus, tenant: ahausen}
        spec:
          pools: [ahausen-office]
          zone: Europe/Berlin
          asleep:
            - {from: %s, to: %s}
          readyBy: {lead: PT30M}
        """
            .formatted(TIME.format(evening), TIME.format(end));
    var agreement = AgreementId.of(TinyFleet.AHAUSEN, "rathaus");
    String digest = Document.of(policy.getBytes(UTF_8)).digest();
    journal.send(
        new ProposePolicy(agreement, policy, new ActorId("author"), now, Optional.empty()));
    journal.send(new ApprovePolicy(agreement, digest, new ActorId("approver"), now));
  }

  /// Ticks each minute until `end`; `look` runs every few minutes, and at last.
  void until(Instant end, Runnable look) {
    for (int minute = 0; now.isBefore(end); minute++) {
      reconciler.tick(now);
      if (minute % 4 == 0) {
        look.run();
      }
      now = now.plus(MINUTE);
    }
    look.run();
  }

  List<MachineId> off() {
    return List.copyOf(memory.plans().standing().orElseThrow().hostsOff());
  }

  /// What the service knows now of who sleeps.
  List<Sleeper> sleepers() {
    return Sleeping.of(new Called(document()), Sleeping.Known.of(memory), now);
  }

  InstantSource clock() {
    return this::now;
  }

  static String name(MachineId host) {
    return "host-" + Integer.parseInt(host.toString().substring(34));
  }

  static Fleet document() {
    var text =
        new StringBuilder(
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: rechenzentrum-nord}
            spec:
              tenants:
                - {id: ahausen, name: Stadt Ahausen}
              pools:
                - {id: ahausen-office, tenant: ahausen}
                - {id: hosts}
              hosts:
            """);
    for (int i = 0; i < 4; i++) {
      MachineId host = TinyFleet.host(i);
      text.append(
          """
              - uuid: %s
                name: %s
                pool: hosts
                cores: 8
                memoryGiB: 64
                watts: {idle: 100, peak: 200}
                standbyWatts: 8
                boot: PT4M
                bootWatts: 150
                node: worker-%d
                guests:
                  - {uuid: %s, name: vm-%d, pool: ahausen-office, cores: 1, memoryGiB: 8}
                  - {uuid: %s, name: vm-%d, pool: ahausen-office, cores: 1, memoryGiB: 8}
          """
              .formatted(host, name(host), i, guest(2 * i), 2 * i, guest(2 * i + 1), 2 * i + 1));
    }
    return switch (FleetParser.parse("fleet.yaml", text.toString().getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new Outage(faults.toString());
    };
  }

  private static String guest(int number) {
    return TinyFleet.guest(number).value().substring("guest/".length());
  }
}
