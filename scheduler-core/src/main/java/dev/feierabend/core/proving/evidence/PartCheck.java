package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitHeader;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.CheckpointReader;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether a part of a history is one: each commit is as it was sealed and stands in the signed
/// tree, none is missing between two of them, and a customer's last one is the last that was fixed.
final class PartCheck {
  private final Scope scope;
  private final Optional<SignedTree> tree;
  private final Map<Long, Head> own = new HashMap<>();
  private Optional<Commit> before = Optional.empty();
  private Optional<HeadsFixed> fixed = Optional.empty();
  private Head last = Head.GENESIS;
  private long commits;
  private long events;

  PartCheck(Scope scope, Optional<SignedTree> tree) {
    this.scope = scope;
    this.tree = tree;
  }

  /// Asked about each commit in order, which is as it was sealed.
  Optional<Fault> next(Commit commit) {
    long number = commit.number();
    Optional<Fault> fault = place(commit);
    if (fault.isEmpty() && !inTree(commit)) {
      return Optional.of(Fault.of(Kind.COMMIT_NOT_IN_TREE, number));
    }
    if (fault.isEmpty() && scope.holds(commit.header())) {
      commits++;
      events += commit.events().size();
      before = Optional.of(commit);
      last = commit.head();
      own.put(number, last);
    }
    return fault;
  }

  private Optional<Fault> place(Commit commit) {
    CommitHeader header = commit.header();
    if (tree.filter(signed -> signed.head().size() == header.number()).isPresent()) {
      fixed =
          CheckpointReader.events(commit).stream()
              .filter(HeadsFixed.class::isInstance)
              .map(HeadsFixed.class::cast)
              .findFirst();
    } else if (!scope.holds(header)) {
      return Optional.of(Fault.of(Kind.COMMIT_MISPLACED, header.number()));
    }
    return scope.holds(header) && !follows(header)
        ? Optional.of(Fault.of(Kind.COMMIT_BEFORE_MISSING, header.number()))
        : Optional.empty();
  }

  /// Behind the one before it: the customer's own, or simply the one before it. What a period
  /// begins with has one before it that isn't in the package.
  private boolean follows(CommitHeader header) {
    if (before.isEmpty()) {
      return scope.from().isPresent()
          || (scope.customer().isPresent()
              ? header.ownerPrevious().equals(Head.GENESIS)
              : header.number() == 1);
    }
    Head previous = before.get().head();
    return scope.customer().isPresent()
        ? header.ownerPrevious().equals(previous)
        : header.previous().equals(previous.hash()) && header.number() == previous.number() + 1;
  }

  private boolean inTree(Commit commit) {
    return tree.isEmpty()
        || commit.number() > tree.get().head().size()
        || tree.get()
            .leaf(commit.number())
            .filter(MerkleHash.leaf(commit.sealed().getBytes(UTF_8))::equals)
            .isPresent();
  }

  /// Asked once all have been.
  Optional<Fault> end() {
    if (scope.customer().isEmpty() || scope.to().isPresent() || tree.isEmpty()) {
      return Optional.empty();
    }
    long upTo = fixed.map(heads -> heads.upTo().number()).orElse(-1L);
    Optional<Head> lastFixed =
        own.values().stream()
            .filter(head -> head.number() <= upTo)
            .max(Comparator.comparingLong(Head::number));
    boolean listed =
        fixed.isPresent() && lastFixed.map(head -> fixed.get().heads().contains(head)).orElse(true);
    return listed ? Optional.empty() : Optional.of(Fault.of(Kind.LAST_MISSING, last.number()));
  }

  long commits() {
    return commits;
  }

  long events() {
    return events;
  }

  Head last() {
    return last;
  }
}
