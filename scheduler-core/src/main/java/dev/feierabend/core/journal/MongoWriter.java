package dev.feierabend.core.journal;

import com.mongodb.MongoException;
import dev.feierabend.core.kernel.Owner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes the wishes of many appenders in one ordered insertion; one thread at a time.
///
/// Whatever fails, what happened is looked up and never guessed: what stands at the numbers that
/// were sent, and who holds the places that were wanted. A commit that arrives after that look
/// cannot be kept twice: its number is unique, and so is each of its places. If it arrives before
/// the next attempt, that attempt is refused, and its hash is known as one of ours.
final class MongoWriter {
  private final CommitDocuments documents;
  private final MongoEnd end;
  private final InstantSource clock;

  MongoWriter(CommitDocuments documents, InstantSource clock) {
    this.documents = documents;
    this.end = new MongoEnd(documents);
    this.clock = clock;
  }

  /// Settles all of them.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where the store refuses; those that are not settled
  ///   then may or may not be kept
  void write(List<MongoWish> wishes) {
    var open = wishes;
    var patience = new MongoPatience();
    while (!open.isEmpty()) {
      var batch = sealed(open);
      var failure = inserted(open, batch);
      if (failure.isPresent()) {
        open = looked(open, batch);
        patience.expend(failure.orElseThrow(), open.size() < batch.size());
      } else {
        keep(open, batch);
        batch.forEach(end::advance);
        open = List.of();
      }
    }
  }

  private List<Commit> sealed(List<MongoWish> wishes) {
    var chain = end.chain();
    var owners = new HashMap<Owner, Head>();
    var batch = new ArrayList<Commit>();
    for (var wish : wishes) {
      var before = owners.computeIfAbsent(wish.owner(), end::of);
      var commit = chain.next(clock, wish.owner(), before, wish.body());
      batch.add(commit);
      owners.put(wish.owner(), commit.head());
      chain = CommitChain.after(commit);
    }
    return batch;
  }

  /// Empty where all of it is kept.
  private Optional<MongoException> inserted(List<MongoWish> wishes, List<Commit> batch) {
    try {
      documents.insert(
          IntStream.range(0, batch.size())
              .mapToObj(index -> wishes.get(index).sending(batch.get(index)))
              .toList());
      return Optional.empty();
    } catch (MongoException e) {
      return Optional.of(e);
    }
  }

  /// Settles what can be told from what stands there now, and gives the others. How many were
  /// inserted is not asked: a lost answer has no count, and not every server counts right.
  private List<MongoWish> looked(List<MongoWish> wishes, List<Commit> batch) {
    var there = end.follow().stream().map(Commit::hash).collect(Collectors.toSet());
    keep(wishes, batch.stream().takeWhile(commit -> there.contains(commit.hash())).toList());
    var open = unsettled(wishes);
    var places = open.stream().flatMap(wish -> wish.places().stream()).toList();
    var holders = documents.holders(places);
    open.forEach(wish -> wish.compare(holders));
    return unsettled(open);
  }

  private static void keep(List<MongoWish> wishes, List<Commit> kept) {
    for (int index = 0; index < kept.size(); index++) {
      wishes.get(index).keep(kept.get(index));
    }
  }

  private static List<MongoWish> unsettled(List<MongoWish> wishes) {
    return wishes.stream().filter(wish -> !wish.settled()).toList();
  }
}
