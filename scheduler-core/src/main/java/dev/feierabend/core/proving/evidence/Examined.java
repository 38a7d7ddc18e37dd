package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.proving.Verification;
import java.util.Optional;

/// What an examination of a package found.
public sealed interface Examined {
  /// Everything is what it says.
  ///
  /// @param signed up to which commit a checkpoint signs the history; 0: nothing does
  /// @param key the id of the key that signed
  /// @param lastHash of the last commit in the package
  record Sound(
      Scope scope, long commits, long events, long signed, Optional<String> key, String lastHash)
      implements Examined {}

  record Unsound(Fault fault) implements Examined {}

  /// A whole history in it isn't what was recorded: told as that of a journal.
  record Broken(Verification.Broken how) implements Examined {}

  /// There is nothing that could be examined.
  record Unreadable(String why) implements Examined {}
}
