package dev.feierabend.core.planning.consolidation;

import java.util.function.IntToDoubleFunction;

/// Numbers in an order, equals as they came: merged through arrays (von Neumann's sort of 1945), as
/// boxing and comparing objects would take several times as long.
final class Order {
  /// Whether a number has to come before another; of equals neither has.
  @FunctionalInterface
  interface Before {
    boolean test(int one, int other);
  }

  private Order() {}

  /// By keys of numbers from 0 to `count`, the highest first.
  static int[] descending(int count, int[] numbers, IntToDoubleFunction key) {
    double[] keys = new double[count];
    for (int number : numbers) {
      keys[number] = key.applyAsDouble(number);
    }
    return of(numbers, (one, other) -> keys[one] > keys[other]);
  }

  static int[] of(int[] numbers, Before before) {
    int[] from = numbers.clone();
    int[] to = new int[from.length];
    for (int run = 1; run < from.length; run *= 2) {
      for (int begin = 0; begin < from.length; begin += 2 * run) {
        merge(from, to, begin, run, before);
      }
      int[] other = from;
      from = to;
      to = other;
    }
    return from;
  }

  private static void merge(int[] from, int[] to, int begin, int run, Before before) {
    int middle = Math.min(begin + run, from.length);
    int end = Math.min(middle + run, from.length);
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      boolean second = left == middle || (right < end && before.test(from[right], from[left]));
      to[at] = second ? from[right++] : from[left++];
    }
  }
}
