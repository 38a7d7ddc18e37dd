package dev.feierabend.core.planning.consolidation;

import java.util.Arrays;

/// Numbers in lists, each in one at most: doubly linked through arrays, so that a list of a million
/// costs no objects. What was added last comes first.
final class Chains {
  static final int NONE = -1;

  private final int[] head;
  private final int[] next;
  private final int[] previous;

  Chains(int lists, int numbers) {
    head = new int[lists];
    Arrays.fill(head, NONE);
    next = new int[numbers];
    previous = new int[numbers];
  }

  /// Or [#NONE].
  int first(int list) {
    return head[list];
  }

  /// Or [#NONE].
  int next(int number) {
    return next[number];
  }

  boolean isEmpty(int list) {
    return head[list] == NONE;
  }

  /// @param number of no list yet
  void add(int list, int number) {
    next[number] = head[list];
    previous[number] = NONE;
    if (head[list] != NONE) {
      previous[head[list]] = number;
    }
    head[list] = number;
  }

  /// @param number of that list
  void remove(int list, int number) {
    if (previous[number] == NONE) {
      head[list] = next[number];
    } else {
      next[previous[number]] = next[number];
    }
    if (next[number] != NONE) {
      previous[next[number]] = previous[number];
    }
  }
}
