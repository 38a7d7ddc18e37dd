package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.EmbeddedSink;
import dev.feierabend.core.journal.EventsArchived;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.HistoryCopy;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RegisterPool;
import dev.feierabend.core.proving.ProvingCommand.RecordArchive;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A history whose first seven commits are signed and archived, all but what vouches for it.
class ShortenedHistoryTest {
  private static final int LAST = 7;
  private static final Predicate<Commit> LEAVES =
      commit -> commit.number() <= LAST && CheckpointReader.events(commit).isEmpty();

  @TempDir private Path folder;
  private List<Commit> whole = List.of();
  private Path shortened = Path.of("");

  @BeforeEach
  void aPeriodIsArchived() {
    whole = SignedHistory.in(folder.resolve("whole"), 3);
    shortened = written("shortened", commit -> LEAVES.test(commit) ? commit.archived() : commit);
    assertThat(named(shortened, 1, LAST)).isInstanceOf(Decision.Accepted.class);
  }

  private Path written(String name, UnaryOperator<Commit> as) {
    var directory = folder.resolve(name);
    try (var sink = EmbeddedSink.open(directory)) {
      HistoryCopy.copy(whole.stream().map(as), sink);
    }
    return directory;
  }

  private static Decision named(Path directory, long first, long last) {
    try (var notary = Notary.in(directory)) {
      return notary.journal().send(new RecordArchive(period(first, last)));
    }
  }

  private static PeriodArchived period(long first, long last) {
    return new PeriodArchived(first, last, "0".repeat(64), Notary.NOW, Notary.NOW);
  }

  @Test
  void headersTellThatItIsWholeAndHowMuchIsNotShown() {
    assertThat(JournalVerifier.verify(shortened, Notary.SIGNER.publicKey()))
        .isInstanceOfSatisfying(
            Intact.class,
            intact -> {
              assertThat(intact.commits()).isEqualTo(whole.size() + 1);
              assertThat(intact.signed()).isEqualTo(15);
              assertThat(intact.archived()).isEqualTo(6);
            });
  }

  @Test
  void itGoesOnAndIsSignedOn() {
    try (var notary = Notary.in(shortened)) {
      notary.happen(3);
      notary.checkpoints().sign(Notary.NOW);
      assertThat(JournalVerifier.verify(notary.log()))
          .isInstanceOfSatisfying(Intact.class, it -> assertThat(it.signed()).isEqualTo(27));
    }
  }

  @Test
  void anAggregateWhoseLastEventsLeftIsNotTakenForANewOne() {
    var directory =
        written(
            "without-pool-0",
            it -> it.places().getFirst().aggregate().equals("pool/pool-0") ? it.archived() : it);
    var log = EmbeddedCommitLog.open(directory, () -> Notary.NOW);
    try (var journal = Slices.journal(log, () -> Notary.NOW, List.of())) {
      var town = Owner.of(new TenantId("town-0"));
      assertThatThrownBy(() -> journal.send(new RegisterPool(town, new PoolId("pool-0"), 9)))
          .isInstanceOf(EventsArchived.class)
          .hasMessageContaining("have moved to an archive");
      assertThat(journal.send(new RegisterPool(town, new PoolId("pool-3"), 9)))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  @Test
  void eventsThatNoArchiveCanHoldAreFoundMissing() {
    for (int at = LAST; at < whole.size(); at++) {
      var commits = new ArrayList<>(shortenedCommits());
      commits.set(at, commits.get(at).archived());
      var verdict = verdict(commits);
      if (CheckpointReader.events(whole.get(at)).isEmpty()) {
        assertThat(verdict).isEqualTo(new Broken(at + 1, Flaw.of(Kind.EVENTS_REMOVED)));
      } else {
        assertThat(verdict).as("what vouches, commit %d", at + 1).isInstanceOf(Broken.class);
      }
    }
  }

  @Test
  void theRecordOfTheArchiveCannotBeTakenAwayEither() {
    var commits = new ArrayList<>(shortenedCommits());
    commits.set(whole.size(), commits.getLast().archived());
    assertThat(verdict(commits)).isEqualTo(new Broken(1, Flaw.of(Kind.EVENTS_REMOVED)));
  }

  @Test
  void withoutAnyRecordOfAnArchiveTheFirstRemovedOneIsNamed() {
    var directory = written("unnamed", it -> it.number() == 3 ? it.archived() : it);
    assertThat(JournalVerifier.verify(directory))
        .isEqualTo(new Broken(3, Flaw.of(Kind.EVENTS_REMOVED)));
  }

  @Test
  void aPeriodThatIsUnsignedOrDoesNotFollowIsRefused() {
    assertThat(named(shortened, 1, 12)).isInstanceOf(Decision.Rejected.class);
    assertThat(named(shortened, LAST + 2, 12)).isInstanceOf(Decision.Rejected.class);
    assertThat(named(shortened, LAST + 1, 16)).isInstanceOf(Decision.Rejected.class);
    assertThat(named(shortened, LAST + 1, 15)).isInstanceOf(Decision.Accepted.class);
    assertThat(JournalVerifier.verify(shortened)).isInstanceOf(Intact.class);
  }

  @Test
  void whoWritesSuchARecordAllTheSameIsFound() {
    for (var forged : List.of(period(1, 9), period(LAST + 1, 20), period(9, 12))) {
      var directory = written("forged-" + forged.first() + "-" + forged.last(), it -> it);
      named(directory, 1, LAST);
      try (var notary = Notary.in(directory)) {
        long sequence = notary.log().aggregate(ProvingCommand.TARGET, 0).size();
        notary.store(forged, sequence);
      }
      assertThat(JournalVerifier.verify(directory))
          .isEqualTo(new Broken(whole.size() + 2, Flaw.of(Kind.ARCHIVE_MISPLACED)));
    }
  }

  @Test
  void aChangedHeaderAndOtherPlacesAreFound() {
    for (int at = 0; at < LAST; at++) {
      var commits = new ArrayList<>(shortenedCommits());
      var commit = commits.get(at);
      commits.set(
          at,
          new Commit(
              commit.header(), commit.sealed().replace("town-", "town-9"), commit.hash(), "[]"));
      assertThat(verdict(commits)).as("header of %d", at + 1).isInstanceOf(Broken.class);
    }
    var moved = new ArrayList<>(shortenedCommits());
    var first = moved.getFirst();
    String places = first.body().replace("pool/pool-0", "pool/pool-1");
    moved.set(0, new Commit(first.header(), first.sealed(), first.hash(), places));
    assertThat(verdict(moved)).isInstanceOf(Broken.class);
  }

  @Test
  void withItsEventsAgainItIsTheHistoryThatItWas() {
    var filled =
        IntStream.range(0, shortenedCommits().size())
            .mapToObj(i -> i < whole.size() ? whole.get(i) : shortenedCommits().get(i))
            .toList();
    assertThat(verdict(filled))
        .isInstanceOfSatisfying(Intact.class, it -> assertThat(it.archived()).isZero());
  }

  private List<Commit> shortenedCommits() {
    try (var notary = Notary.in(shortened);
        var commits = notary.log().from(1)) {
      return commits.toList();
    }
  }

  private static Verification verdict(List<Commit> commits) {
    Head last = commits.getLast().head();
    return JournalVerifier.verify(
        number -> at(commits, number), number -> at(commits, number), last, Optional.empty());
  }

  private static Optional<Commit> at(List<Commit> commits, long number) {
    return number > commits.size() ? Optional.empty() : Optional.of(commits.get((int) number - 1));
  }
}
