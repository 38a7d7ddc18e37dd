package dev.feierabend.core.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeDeclared;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeLifted;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.observing.TroubleCommand.NoteKeeper;
import dev.feierabend.core.observing.TroubleCommand.NoteUndoing;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.ActorId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidingsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final ActorId PETRA = new ActorId("actor-17");

  @TempDir Path folder;
  private final List<JournalEvent> told = new ArrayList<>();
  private final Consumer<JournalEvent> listener = told::add;

  @Test
  void whoListensIsToldOnceAndOnlyWhatIsRecordedWhileTheyListen() {
    var tidings = new Tidings();
    try (Journal journal = journal(tidings)) {
      journal.send(new DeclareFreeze(Owner.OPERATOR, PETRA, "storm", NOON));
      tidings.listen(listener);
      journal.send(new LiftFreeze(Owner.OPERATOR, PETRA, NOON));
      tidings.leave(listener);
      journal.send(new DeclareFreeze(Owner.OPERATOR, PETRA, "storm", NOON));
    }

    assertThat(told).hasOnlyElementsOfType(FreezeLifted.class).hasSize(1);
  }

  @Test
  void aStartTellsNothingOfWhatWas() {
    try (Journal journal = journal(new Tidings())) {
      journal.send(new DeclareFreeze(Owner.OPERATOR, PETRA, "storm", NOON));
    }
    var tidings = new Tidings();
    try (Journal journal = journal(tidings)) {
      tidings.listen(listener);
      journal.follow();
      assertThat(told).isEmpty();

      journal.send(new LiftFreeze(Owner.OPERATOR, PETRA, NOON));
      assertThat(told).hasSize(1).doesNotHaveAnyElementsOfTypes(FreezeDeclared.class);
    }
  }

  @Test
  void aProgramThatMayUndoASleepAndThatDidIsToldOf() {
    var argo = new Setter("Argo CD", true, Optional.empty(), Optional.empty());
    var undoing =
        new NoteUndoing(
            Owner.OPERATOR,
            "deployment/office/mail",
            "3 replicas",
            argo,
            NOON,
            NOON.plusSeconds(9));
    var tidings = new Tidings();
    tidings.listen(listener);
    try (Journal journal = journal(tidings)) {
      journal.send(new NoteKeeper(undoing.owner(), undoing.subject(), argo, NOON));
      journal.send(undoing);
      journal.send(undoing);
    }

    assertThat(told)
        .hasExactlyElementsOfTypes(
            KeeperFound.class, SleepUndone.class, ForeignChangeObserved.class);
  }

  private Journal journal(Tidings tidings) {
    return Slices.journal(
        EmbeddedCommitLog.open(folder.resolve("journal"), () -> NOON),
        () -> NOON,
        List.<Object>of(tidings));
  }
}
