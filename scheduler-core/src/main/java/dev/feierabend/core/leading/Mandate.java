package dev.feierabend.core.leading;

/// What one acts on: in which term, and whether that still lasts.
public interface Mandate {
  /// The first term there is. Intents that were recorded before terms were have 0.
  long FIRST = 1;

  /// Of whom a lock makes the only one: nobody else can lead, so it lasts, and goes on in the
  /// highest term that is recorded; a history that was copied here from others' store has one.
  Mandate ALONE =
      new Mandate() {
        @Override
        public long term(long highest) {
          return Math.max(FIRST, highest);
        }

        @Override
        public boolean lasts() {
          return true;
        }
      };

  /// @param highest the highest term that is recorded
  long term(long highest);

  /// By one's own clock, without asking anybody.
  boolean lasts();
}
