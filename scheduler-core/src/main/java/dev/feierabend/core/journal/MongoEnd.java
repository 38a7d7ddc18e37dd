package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The end of the chain as this process last knew it. It may be behind: then the next number is
/// taken, its insertion is refused, and this is forgotten and read again. So it is read on
/// conflicts only.
final class MongoEnd {
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

  void forget() {
    chain = null;
    owners.clear();
  }
}
