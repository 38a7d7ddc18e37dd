package dev.feierabend.core.journal;

/// Keeps the last acknowledged head outside the store: a store that was cut opens as a shorter,
/// intact history, and only this tells.
interface HeadKeeper extends AutoCloseable {
  /// For a log in memory, which can't be cut.
  HeadKeeper NONE =
      new HeadKeeper() {
        @Override
        public Head kept() {
          return Head.GENESIS;
        }

        @Override
        public void keep(Head head) {}

        @Override
        public void close() {}
      };

  /// The last head that was kept.
  Head kept();

  /// Returns once `head` outlives a power cut.
  void keep(Head head);

  @Override
  void close();
}
