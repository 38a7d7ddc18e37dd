package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;

/// What shall be on until the window ends, and who moves for that.
///
/// @param hosts all of them, in the order of their ids
/// @param moves in the order of the guests' ids; who isn't named stays where it is
/// @param alarms what no plan could do
/// @param tried how many candidate moves were looked at
/// @param exhausted the budget ended before the search did: it is the best plan so far
public record Plan(
    List<HostAim> hosts,
    List<Move> moves,
    Figures figures,
    Bound bound,
    List<Alarm> alarms,
    long tried,
    boolean exhausted) {
  public Plan {
    hosts = List.copyOf(hosts);
    moves = List.copyOf(moves);
    alarms = List.copyOf(alarms);
  }

  public record HostAim(MachineId host, boolean on, HostReason reason) {}

  /// @param from empty where it has yet to be started
  public record Move(GuestId guest, Optional<MachineId> from, MachineId to, MoveReason reason) {}

  /// What it takes until the window ends, hosts without a curve and those left alone not counted.
  ///
  /// @param watts of all hosts at their guests' peaks, standby included
  /// @param bootJoules of who goes off now and so has to boot again; who is off already has to
  ///   either way
  public record Figures(int hostsOn, double watts, double moveJoules, double bootJoules) {
    /// @param seconds that are left of the window
    public double joules(double seconds) {
      return watts * seconds + moveJoules + bootJoules;
    }
  }

  /// Below this no plan comes: as few hosts, as few watts. It may itself be out of reach.
  public record Bound(int hosts, double watts) {}
}
