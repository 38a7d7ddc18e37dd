package dev.feierabend.console.pages;

import java.util.Locale;

/// A stretch of one day as it is drawn, and in words.
///
/// @param from where it begins, in 1440 parts of the day
/// @param hours for example `20:00–24:00`
/// @param because the reason as a sentence
public record Piece(Kind kind, int from, int length, String hours, String because) {
  /// What a piece stands for; each has a shape of its own, so that no colour has to be seen.
  public enum Kind {
    ASLEEP,
    WAKING,
    /// Awake although it might sleep: an exception, a window that never sleeps.
    KEPT,
    AWAKE,
    /// Asleep under a proposal only.
    MORE,
    /// Asleep under what is in force only.
    LESS
  }

  public String name() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// True for what is worth telling beside the picture.
  public boolean told() {
    return switch (kind) {
      case ASLEEP, KEPT -> true;
      case WAKING, AWAKE, MORE, LESS -> false;
    };
  }
}
