package dev.feierabend.core.agreeing;

import static dev.feierabend.core.agreeing.Night.TENANTS;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// Breadth first through all that can be: a world is an evening and the states of two customers.
/// Each step is one command to one customer, or the next evening.
final class Worlds {
  private static final int BITS = 29;

  private final int depth;
  private final Answers answers = new Answers();
  private final List<Towns> towns;
  private final Released released;
  private final LongSet seen = new LongSet();
  private long transitions;

  /// @param merged the state of a town that stands for a state and all that are like it
  Worlds(int depth, Released released, UnaryOperator<Town> merged) {
    this.depth = depth;
    this.towns = TENANTS.stream().map(tenant -> new Towns(tenant, answers, merged)).toList();
    this.released = released;
  }

  Set<String> refusals() {
    return answers.refusals();
  }

  int size() {
    return seen.size();
  }

  String figures() {
    return "%d states and %d transitions within %d commands (%d and %d states of the two customers, %d commands each); %d kinds of evening asleep; refusals %s"
        .formatted(
            seen.size(),
            transitions,
            depth,
            towns.getFirst().count(),
            towns.getLast().count(),
            towns.getFirst().commands(),
            released.asleep(),
            refusals());
  }

  void explore() {
    long[] frontier = LongStream.of(world(0, 0, 0)).filter(this::enter).toArray();
    for (int step = 1; step <= depth; step++) {
      frontier = LongStream.of(frontier).flatMap(this::after).filter(this::enter).toArray();
    }
  }

  private LongStream after(long world) {
    int day = day(world);
    int one = one(world);
    int other = other(world);
    int[] ones = towns.getFirst().after(one, day);
    int[] others = towns.getLast().after(other, day);
    boolean last = day == Night.DAYS - 1;
    transitions += ones.length + others.length + (last ? 0 : 1);
    return LongStream.concat(
        LongStream.concat(
            Arrays.stream(ones).mapToLong(next -> world(day, next, other)),
            Arrays.stream(others).mapToLong(next -> world(day, one, next))),
        last ? LongStream.empty() : LongStream.of(world(day + 1, one, other)));
  }

  /// True for a world that was not seen before; then it is held against the law.
  private boolean enter(long world) {
    if (!seen.add(world)) {
      return false;
    }
    int day = day(world);
    Towns ones = towns.getFirst();
    Towns others = towns.getLast();
    int[] kinds = {ones.kind(one(world), day, released), others.kind(other(world), day, released)};
    released.check(kinds, day, () -> List.of(ones.get(one(world)), others.get(other(world))));
    return true;
  }

  private static long world(int day, int one, int other) {
    return 1L << 62 | (long) day << 2 * BITS | (long) one << BITS | other;
  }

  private static int day(long world) {
    return (int) (world >>> 2 * BITS) & 3;
  }

  private static int one(long world) {
    return (int) (world >>> BITS) & ((1 << BITS) - 1);
  }

  private static int other(long world) {
    return (int) world & ((1 << BITS) - 1);
  }
}
