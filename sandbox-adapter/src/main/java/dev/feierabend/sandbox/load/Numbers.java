package dev.feierabend.sandbox.load;

/// Numbers in recordings.
final class Numbers {
  private Numbers() {}

  /// The number that `text` spells; not-a-number where it spells none.
  static double parsed(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
