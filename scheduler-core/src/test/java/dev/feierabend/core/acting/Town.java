package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.AHAUSEN;

import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A town with a tiny fleet, a journal in memory and a clock in the test's hand.
public final class Town {
  static final Instant AFTERNOON = Instant.parse("2026-11-23T15:00:00Z");
  static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");
  static final Instant WAKE = Instant.parse("2026-11-24T04:30:00Z");
  static final Instant READY_BY = Instant.parse("2026-11-24T05:00:00Z");
  static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
        readyBy: {lead: PT30M}
      """;
  static final String DIGEST = Document.of(POLICY.getBytes(StandardCharsets.UTF_8)).digest();
  static final AgreementId AGREEMENT = AgreementId.of(AHAUSEN, "rathaus");

  static final Evaluation NO_HOLIDAYS = new Evaluation(HolidayCalendar.NONE);

  Instant now = AFTERNOON;
  final InstantSource clock = () -> now;
  final CommitLog log = EmbeddedCommitLog.inMemory(clock);
  final TinyFleet fleet;
  final TinyCluster cluster;
  final TinyService services = new TinyService();
  Mode mode;
  boolean storeOut;
  Pace pace = Pace.FREE;
  Drilling drilling = Drilling.NONE;
  Memory memory = Memory.empty();
  Journal journal;
  Reconciler reconciler;

  Town(int hosts, Mode mode) {
    this.fleet = new TinyFleet(hosts, clock);
    this.cluster = new TinyCluster(fleet);
    this.mode = mode;
    start();
  }

  /// A town whose policy is approved, an hour before the evening.
  static Town agreed(int hosts) {
    return agreed(hosts, "");
  }

  /// The same with more lines under `spec`.
  static Town agreed(int hosts, String clauses) {
    var town = new Town(hosts, Mode.ACTIVE);
    town.agree(POLICY + clauses);
    return town;
  }

  /// Starts the service on what the journal holds; whatever ran before is forgotten.
  void start() {
    memory = Memory.empty();
    journal = Slices.journal(log, clock, memory.handlers());
    Dispatch dispatch = this::send;
    var rules = new Rules(1, 1, 0.8, Duration.ofMinutes(5));
    var settings =
        new Reconciler.Settings(
            mode,
            rules,
            Duration.ofMinutes(5),
            NO_HOLIDAYS,
            Tuning.USUAL.with(pace).with(drilling));
    var effects = new Effects(cluster, fleet, fleet, services);
    reconciler = new Reconciler(cluster, effects, memory, settings, dispatch);
  }

  Decision send(Command command) {
    if (storeOut) {
      throw new Outage("The disk is full");
    }
    return journal.send(command);
  }

  void agree() {
    agree(POLICY);
  }

  void agree(String policy) {
    String digest = Document.of(policy.getBytes(StandardCharsets.UTF_8)).digest();
    send(new ProposePolicy(AGREEMENT, policy, new ActorId("author"), now, Optional.empty()));
    send(new ApprovePolicy(AGREEMENT, digest, new ActorId("approver"), now));
  }

  void withdraw() {
    send(new WithdrawPolicy(AGREEMENT, new ActorId("approver"), "moving house", now));
  }

  /// Ticks each minute from now until `end`.
  Town until(Instant end) {
    while (now.isBefore(end)) {
      reconciler.tick(now);
      now = now.plus(Duration.ofMinutes(1));
    }
    return this;
  }

  List<JournalEvent> events() {
    try (var history = journal.history()) {
      return history.map(Recorded::event).toList();
    }
  }

  <E extends JournalEvent> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
