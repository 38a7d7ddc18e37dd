package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PowerCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A host as it stands now.
///
/// @param curve watts over load; without one nothing is known of what its sleep would save, so it
///   stays on
/// @param zone where it is; guests may be bound to zones
public record Host(
    MachineId id,
    String zone,
    Sizes capacity,
    Optional<PowerCurve> curve,
    Switching switching,
    State state) {

  /// What being off and coming back takes.
  public record Switching(double standbyWatts, Duration boot, double bootWatts) {
    double bootJoules() {
      return bootWatts * boot.toMillis() / 1000;
    }
  }

  /// Whether it may be planned, and what it does now.
  public sealed interface State {}

  /// It runs and may go off.
  public record On() implements State {}

  /// It's off and may be switched on.
  public record Off(Instant since) implements State {}

  /// It runs and stays on, whatever is saved.
  public record Kept(String because) implements State {}

  /// It is left as it is: it takes no guests, and those it has don't move.
  public record Away(String because) implements State {}
}
