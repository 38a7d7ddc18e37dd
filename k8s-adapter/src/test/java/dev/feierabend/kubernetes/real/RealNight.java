package dev.feierabend.kubernetes.real;

import static org.awaitility.Awaitility.await;

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
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// A night of the office's workloads: the reconciler over a real town, on a journal in memory. It
/// began an hour ago and lasts ten more; hosts stay as they are.
final class RealNight {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final InstantSource clock = InstantSource.system();
  private final Journal journal;
  private final Reconciler reconciler;

  RealNight(RealTown town) {
    Memory memory = Memory.empty();
    journal = Slices.journal(EmbeddedCommitLog.inMemory(clock), clock, memory.handlers());
    agree();
    reconciler =
        new Reconciler(
            () -> withoutHosts(town.fleet.observe()),
            new Effects(town.workloads, town.hosts, town.power),
            memory,
            new Reconciler.Settings(
                Mode.ACTIVE,
                new Rules(0, 0, 0.8, Duration.ofMinutes(5)),
                Duration.ofMinutes(5),
                new Evaluation(HolidayCalendar.NONE)),
            journal::send);
  }

  /// Looks each second until `condition` holds.
  void until(Callable<Boolean> condition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          reconciler.tick(clock.instant());
          return condition.call();
        });
  }

  <E extends JournalEvent> List<E> events(Class<E> type) {
    try (var history = journal.history()) {
      return history.map(Recorded::event).filter(type::isInstance).map(type::cast).toList();
    }
  }

  private void agree() {
    var agreement = AgreementId.of(new TenantId("ahausen"), "office");
    String policy = policy();
    String digest = Document.of(policy.getBytes(StandardCharsets.UTF_8)).digest();
    Instant now = clock.instant();
    journal.send(
        new ProposePolicy(agreement, policy, new ActorId("author"), now, Optional.empty()));
    journal.send(new ApprovePolicy(agreement, digest, new ActorId("approver"), now));
  }

  private String policy() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: office, tenant: ahausen}
    spec:
      pools: [ahausen-office]
      zone: %s
      asleep:
        - {from: %s, to: %s}
      readyBy: {lead: PT30M}
    """
        .formatted(ZONE, now.minusHours(1).format(DATE), now.plusHours(10).format(DATE));
  }

  private static Snapshot withoutHosts(Snapshot seen) {
    return new Snapshot(seen.at(), List.of(), seen.workloads()).exempting(seen.exempt());
  }
}
