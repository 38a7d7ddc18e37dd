package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The end of the chain as this process last knew it. It may be behind: then the next number is
/// taken, its insertion is refused, and what was added meanwhile is followed. So nothing is read
/// but on conflicts, and then no more than what is new.
final class MongoEnd {
  private static final int PAGE = 32;

  /// Who is further behind looks for the end instead.
  private static final int FAR = 1_000;

  private final CommitDocuments documents;
  private final Map<Owner, Head> owners = new HashMap<>();
  private @Nullable CommitChain chain;

  MongoEnd(CommitDocuments documents) {
    this.documents = documents;
  }

  CommitChain chain() {
    if (chain == null) {
      chain = documents.end();
    }
    return chain;
  }

  Head of(Owner owner) {
    return owners.computeIfAbsent(owner, documents::headOf);
  }

  void advance(Commit kept) {
    chain = CommitChain.after(kept);
    owners.put(kept.header().owner(), kept.head());
  }

  /// What stands behind the end as it was known, without bodies; behind it is the end from now on.
  List<Commit> follow() {
    var added = new ArrayList<Commit>();
    while (added.size() < FAR) {
      var page = next();
      page.forEach(this::advance);
      added.addAll(page);
      if (page.size() < PAGE) {
        return added;
      }
    }
    chain = null;
    owners.clear();
    return added;
  }

  /// As far as there is no gap: they are read one after another while others write.
  private List<Commit> next() {
    long first = chain().head().number() + 1;
    var there = documents.headersFrom(first, PAGE);
    return IntStream.range(0, there.size())
        .takeWhile(index -> there.get(index).number() == first + index)
        .mapToObj(there::get)
        .toList();
  }
}
