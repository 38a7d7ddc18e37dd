package dev.feierabend.app.notifying;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.TroubleCommand.QuarantineHost;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// A history in memory into which a test writes what happens.
final class Diary {
  static final TenantId AHAUSEN = new TenantId("ahausen");
  static final TenantId BDORF = new TenantId("bdorf");
  static final MachineId HOST = MachineId.of("00000000-0000-0000-0000-000000000001");
  static final Words WORDS =
      new Words(
          "rechenzentrum-nord",
          ZoneId.of("Europe/Berlin"),
          id -> id.equals(HOST.toString()) ? "host-1" : id);

  Instant now = Instant.parse("2026-11-24T05:00:00Z");
  private final CommitLog log = EmbeddedCommitLog.inMemory(() -> now);
  final Journal journal = Slices.journal(log, () -> now, List.of());
  private int told;

  Diary quarantined(String because) {
    journal.send(new QuarantineHost(HOST, because, now));
    return this;
  }

  /// @param pool a new one each time, for nobody is late twice
  Diary late(TenantId tenant, String pool) {
    String subject = pool + "-" + ++told;
    return accepted(
        journal.send(new ReportLate(Owner.of(tenant), subject, "3 not back yet", now, now)));
  }

  Diary override(TenantId tenant) {
    Instant until = now.plus(Duration.ofHours(2));
    return accepted(
        journal.send(
            new GrantOverride(
                tenant,
                Set.of(),
                until,
                new ActorId("actor-4"),
                "council meets",
                now,
                Duration.ofDays(1))));
  }

  private Diary accepted(Decision decision) {
    if (decision instanceof Decision.Rejected(var refusal)) {
      throw new AssertionError(refusal.sentence());
    }
    return this;
  }
}
