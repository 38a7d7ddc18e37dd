package dev.feierabend.core.journal;

/// What a store holds against what was acknowledged.
final class Heads {
  private Heads() {}

  /// The end of the chain in `store`.
  ///
  /// @throws CorruptJournal where it ends before, or runs past another commit than, the kept head
  static CommitChain checked(EmbeddedStore store, Head kept) {
    long last = store.lastNumber();
    if (last < kept.number()) {
      throw new CorruptJournal(
          "The journal ends at commit %d but %d were acknowledged; restore it from a copy"
              .formatted(last, kept.number()));
    }
    if (kept.number() > 0 && !commit(store, kept.number()).head().equals(kept)) {
      throw new CorruptJournal(
          "Commit %d is not the one that was acknowledged; restore the journal from a copy"
              .formatted(kept.number()));
    }
    return last == 0 ? CommitChain.EMPTY : CommitChain.after(commit(store, last));
  }

  static Commit commit(EmbeddedStore store, long number) {
    return store
        .commit(number)
        .orElseThrow(() -> new CorruptJournal("Commit %d is missing".formatted(number)));
  }
}
