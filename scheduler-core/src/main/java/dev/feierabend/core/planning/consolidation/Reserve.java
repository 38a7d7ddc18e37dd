package dev.feierabend.core.planning.consolidation;

/// Whether those who are on could bear the loss of the largest so many of them, resource by
/// resource, by their capacity in sum.
final class Reserve {
  private static final double TOLERANCE = 1e-9;

  private final Ground ground;
  private final Board board;
  private final int lost;
  private final double[] there;

  Reserve(Ground ground, Board board) {
    this.ground = ground;
    this.board = board;
    lost = ground.conditions.safety().reserve();
    there = new double[board.hosts.width];
  }

  /// To be called when the board's open hosts are known; afterwards each change is told.
  void count() {
    java.util.Arrays.fill(there, 0);
    for (int host = 0; host < board.hosts.count; host++) {
      if (ground.takes[host] && board.open[host]) {
        changed(host, 1);
      }
    }
  }

  void changed(int host, int by) {
    for (int resource = 0; resource < there.length; resource++) {
      there[resource] += by * board.hosts.room(host, resource);
    }
  }

  /// The number of a resource that doesn't suffice without `gone`, which may be -1; or -1.
  int lacking(int gone) {
    for (int resource = 0; lost > 0 && resource < there.length; resource++) {
      double need = ground.need[resource];
      double left = there[resource] - (gone >= 0 ? board.hosts.room(gone, resource) : 0);
      if (left - largest(resource, gone) < need - TOLERANCE * (1 + need)) {
        return resource;
      }
    }
    return -1;
  }

  /// What would be lost with the largest so many of those that are on.
  private double largest(int resource, int gone) {
    double all = 0;
    int many = 0;
    for (int host : ground.largest.of(resource)) {
      if (many == lost) {
        break;
      }
      if (board.open[host] && host != gone) {
        all += board.hosts.room(host, resource);
        many++;
      }
    }
    return all;
  }
}
