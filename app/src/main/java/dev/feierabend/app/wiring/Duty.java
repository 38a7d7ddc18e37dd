package dev.feierabend.app.wiring;

/// What is done as long as this replica works, besides looking and acting.
public interface Duty {
  Duty NONE =
      new Duty() {
        @Override
        public void begin() {}

        @Override
        public void end() {}
      };

  /// Returns at once.
  void begin();

  /// Waits for what is under way: a few requests, each with a deadline of its own.
  void end();
}
