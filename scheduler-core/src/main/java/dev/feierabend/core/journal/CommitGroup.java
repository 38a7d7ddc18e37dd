package dev.feierabend.core.journal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// Commits of several threads that share one write to the disk: acknowledged together, or failed
/// together. Nobody hears anything before, not even that a place is taken: what took it might yet
/// fail.
final class CommitGroup {
  private final List<PendingCommit> members = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private Optional<Head> head = Optional.empty();

  private CommitGroup() {}

  /// All who wait, who no longer do.
  static CommitGroup of(Queue<PendingCommit> waiting) {
    var group = new CommitGroup();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      group.members.add(next);
    }
    return group;
  }

  /// That of its last commit; none where all were refused.
  Optional<Head> head() {
    return head;
  }

  /// Puts into `store` what isn't refused, behind `end`, and persists nothing yet.
  ///
  /// @return the new end
  CommitChain putInto(EmbeddedStore store, CommitChain end, InstantSource clock) {
    var chain = end;
    for (var member : members) {
      try {
        refuseTaken(store, member);
      } catch (SequenceTaken e) {
        answers.add(() -> member.answer().completeExceptionally(e));
        continue;
      }
      var commit = chain.next(clock, member.owner(), store.lastOf(member.owner()), member.body());
      store.put(commit, Places.of(member.events()));
      answers.add(() -> member.answer().complete(commit));
      chain = CommitChain.after(commit);
      head = Optional.of(commit.head());
    }
    return chain;
  }

  private static void refuseTaken(EmbeddedStore store, PendingCommit member) {
    member.events().stream()
        .filter(store::holds)
        .findFirst()
        .ifPresent(event -> {
          throw new SequenceTaken(event.aggregate(), event.sequence());
        });
  }

  void acknowledge() {
    answers.forEach(Runnable::run);
  }

  void fail(Throwable why) {
    members.forEach(member -> member.answer().completeExceptionally(why));
  }
}
