package dev.feierabend.core.planning;

import java.util.Optional;

/// What an object tells of who changed it.
///
/// @param action the last action of this service that took effect on it, by its id or that in brief
/// @param setter who set what puts it to sleep, the last of all
/// @param paused true while a program leaves it alone because this service told it to
public record Trace(Optional<String> action, Optional<Setter> setter, boolean paused) {
  /// Of what doesn't tell.
  public static final Trace NONE = new Trace(Optional.empty(), Optional.empty(), false);

  /// Who keeps setting it, if that is a program.
  public Optional<Setter> keeper() {
    return setter.filter(Setter::keeps);
  }
}
