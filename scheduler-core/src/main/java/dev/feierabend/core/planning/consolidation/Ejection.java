package dev.feierabend.core.planning.consolidation;

/// Where a guest fits nowhere, another may make room for it by going on to a third host: an
/// ejection chain of two (Glover: Ejection chains, reference structures and alternating path
/// methods, 1996; for consolidation the "force step" of Gudkov et al.: BalCon, 2023).
final class Ejection {
  /// How many hosts are asked to make room for a guest, those first that lack least.
  private static final int ASKED = 8;

  private final Search search;
  private final Board board;

  Ejection(Search search) {
    this.search = search;
    board = search.board;
  }

  /// Whether some host has `unit`, which leaves `from`, after another had left it.
  boolean to(int unit, int from) {
    int[] asked = new int[ASKED];
    int[] many = new int[1];
    search
        .shelves()
        .below(
            search.need(unit),
            host -> {
              asked[many[0]++] = host;
              return many[0] == ASKED;
            });
    for (int i = 0; i < many[0]; i++) {
      if (asked[i] != from && makesRoom(asked[i], unit, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean makesRoom(int host, int unit, int from) {
    double missing = search.need(unit) - board.free(host, search.scarce);
    Ranking smallestFirst = board.on(host, search::need);
    for (int other = smallestFirst.next(); other != Ranking.NONE; other = smallestFirst.next()) {
      double size = search.need(other);
      if (size >= missing && size < search.need(unit) && board.mayLeave(other)) {
        int mark = search.mark();
        int third = search.somewhere(other, host);
        if (third >= 0 && third != from) {
          search.move(other, third);
          if (search.spend() && board.mayTake(unit, host) && board.mayLeave(unit)) {
            search.move(unit, host);
            return true;
          }
          search.undo(mark);
        }
      }
    }
    return false;
  }
}
