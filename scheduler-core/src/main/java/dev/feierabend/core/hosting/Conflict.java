package dev.feierabend.core.hosting;

import dev.feierabend.core.hosting.Inventory.Cluster;
import dev.feierabend.core.hosting.Inventory.Habit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that a person has to settle, for two would decide about it, or nobody could. Two
/// balancers undo each other's work, and two owners of a host's power each other's.
///
/// @param subject a cluster's name, or an id
public record Conflict(Kind kind, String subject) {
  public enum Kind {
    /// The cluster moves guests by itself.
    SECOND_BALANCER,
    /// The cluster switches hosts by itself.
    SECOND_OWNER,
    /// The cluster promises to restart guests and keeps no room for it.
    NO_ROOM_RESERVED,
    /// Several machines bear one id.
    AMBIGUOUS_ID
  }

  static List<Conflict> in(Inventory inventory) {
    Stream<Conflict> ofClusters = inventory.clusters().stream().flatMap(Conflict::in);
    Stream<Conflict> ofIds =
        inventory.ambiguous().stream().map(id -> new Conflict(Kind.AMBIGUOUS_ID, id.toString()));
    return Stream.concat(ofClusters, ofIds).toList();
  }

  private static Stream<Conflict> in(Cluster cluster) {
    return cluster.habits().stream()
        .map(habit -> kind(habit, cluster))
        .flatMap(Optional::stream)
        .map(kind -> new Conflict(kind, cluster.name()));
  }

  private static Optional<Kind> kind(Habit habit, Cluster cluster) {
    return switch (habit) {
      case MOVES_GUESTS -> Optional.of(Kind.SECOND_BALANCER);
      case SWITCHES_HOSTS -> Optional.of(Kind.SECOND_OWNER);
      case RESTARTS_GUESTS ->
          cluster.habits().contains(Habit.RESERVES_ROOM)
              ? Optional.empty()
              : Optional.of(Kind.NO_ROOM_RESERVED);
      case RESERVES_ROOM -> Optional.empty();
    };
  }
}
