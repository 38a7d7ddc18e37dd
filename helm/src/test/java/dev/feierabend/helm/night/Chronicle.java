package dev.feierabend.helm.night;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// The service's journal, opened while no service has it.
///
/// @param store by its name
public record Chronicle(String store) {
  private static final Instant AFTERNOON = Documents.EVENING.minus(Duration.ofHours(4));
  private static final InstantSource CLOCK = () -> AFTERNOON;

  void agree() {
    agree(Documents.TOWNS, Documents::policy);
  }

  /// Each town's policy is proposed by one person and approved by another.
  void agree(List<String> towns, UnaryOperator<String> policyOf) {
    try (var opened = opened();
        var journal = journal(opened, Memory.empty())) {
      for (String town : towns) {
        String policy = policyOf.apply(town);
        var agreement = AgreementId.of(new TenantId(town), "office");
        var author = new ActorId("clerk-of-" + town);
        var approver = new ActorId("mayor-of-" + town);
        accepted(
            journal, new ProposePolicy(agreement, policy, author, AFTERNOON, Optional.empty()));
        accepted(
            journal, new ApprovePolicy(agreement, Documents.digest(policy), approver, AFTERNOON));
      }
    }
  }

  public List<JournalEvent> events() {
    return read((history, _) -> history.stream().map(Recorded::event).toList());
  }

  /// Reads all of it, and what it stands in.
  public <T> T read(BiFunction<List<Recorded>, CommitLog, T> reader) {
    try (var opened = opened();
        var log = opened.log(CLOCK);
        var journal = Slices.journal(log, CLOCK, Memory.empty().handlers());
        var history = journal.history()) {
      return reader.apply(history.toList(), log);
    }
  }

  <E extends JournalEvent> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Intents without an outcome.
  List<ActionIssued> pending() {
    Memory memory = Memory.empty();
    try (var opened = opened();
        var _ = journal(opened, memory)) {
      return memory.night().actions().pending();
    }
  }

  public Verification verified() {
    try (var opened = opened()) {
      return opened.verify();
    }
  }

  private Store opened() {
    return Store.of(store, MongoLogin.NONE);
  }

  private static Journal journal(Store opened, Memory memory) {
    return Slices.journal(opened.log(CLOCK), CLOCK, memory.handlers());
  }

  private static void accepted(Journal journal, Command command) {
    if (journal.send(command) instanceof Decision.Rejected(var refusal)) {
      throw new AssertionError(refusal.sentence());
    }
  }
}
