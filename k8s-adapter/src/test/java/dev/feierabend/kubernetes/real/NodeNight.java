package dev.feierabend.kubernetes.real;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.acting.Reconciler;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.kubernetes.nodes.EmptyNodesOnly;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The reconciler on a real town, with the calendar in a test's hand: the cluster's time is the
/// real one. The school sleeps from Monday evening on.
final class NodeNight implements AutoCloseable {
  private static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");
  private static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: school, tenant: bedorf}
      spec:
        pools: [bedorf-school]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
        readyBy: {lead: PT30M}
      """;

  private final Memory memory = Memory.empty();
  private final Journal journal;
  private final Reconciler reconciler;
  private Instant now = EVENING.minus(Duration.ofMinutes(1));

  NodeNight(RealTown town) {
    journal = Slices.journal(EmbeddedCommitLog.inMemory(() -> now), () -> now, memory.handlers());
    reconciler =
        new Reconciler(
            town.fleet,
            new Effects(
                town.workloads, town.hosts, new EmptyNodesOnly(town.us, town.names, town.power)),
            memory,
            new Reconciler.Settings(
                Mode.ACTIVE,
                new Rules(1, 0, 0.8, Duration.ofDays(1000)),
                Duration.ofMinutes(5),
                new Evaluation(HolidayCalendar.NONE)),
            journal::send);
    var agreement = AgreementId.of(new TenantId("bedorf"), "school");
    String digest = Document.of(POLICY.getBytes(StandardCharsets.UTF_8)).digest();
    journal.send(
        new ProposePolicy(agreement, POLICY, new ActorId("author"), now, Optional.empty()));
    journal.send(new ApprovePolicy(agreement, digest, new ActorId("approver"), now));
    reconciler.tick(now);
    now = EVENING;
  }

  /// Looks, ten seconds later in the calendar.
  void look() {
    now = now.plusSeconds(10);
    reconciler.tick(now);
  }

  /// Looks every five minutes until `duration` has passed in the calendar.
  void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (now.isBefore(end)) {
      now = now.plus(Duration.ofMinutes(5));
      reconciler.tick(now);
    }
  }

  <E extends JournalEvent> List<E> events(Class<E> type) {
    try (var history = journal.history()) {
      return history.map(Recorded::event).filter(type::isInstance).map(type::cast).toList();
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
