package dev.feierabend.bench;

/// Something whose speed is measured.
///
/// @param unit what it does many of, in the singular
record Subject(String name, String unit, Preparation preparation) {

  /// Brings about a trial, outside the time that is measured.
  @FunctionalInterface
  interface Preparation {
    Trial trial() throws Exception;
  }

  /// One run of the work.
  @FunctionalInterface
  interface Trial {
    /// Does the work and tells how many units it was.
    long run() throws Exception;

    /// Clears up; isn't measured.
    default void end() throws Exception {}
  }
}
