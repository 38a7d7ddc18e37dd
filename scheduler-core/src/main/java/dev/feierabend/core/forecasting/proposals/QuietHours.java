package dev.feierabend.core.forecasting.proposals;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Which windows of a typical week are for sleep, and which of those are none for the work in them.
///
/// @param asleep may hold windows of `never`
record QuietHours(List<Window> asleep, List<Never> never) {
  /// A boot and its lead must pay.
  private static final int SHORTEST = 3;

  /// What works longer is no batch, but what the pool is for.
  private static final int LONGEST_BATCH = 6;

  private static final int EVENING = 20;
  private static final int MORNING = 7;
  private static final int DAY = 24;

  QuietHours {
    asleep = List.copyOf(asleep);
    never = List.copyOf(never);
  }

  static QuietHours of(TypicalWeek week) {
    BitSet quiet = quiet(week);
    List<Window> windows = Window.of(quiet::get);
    List<Never> batches =
        Window.of(hour -> !quiet.get(hour)).stream()
            .filter(window -> isBatch(window, week))
            .map(window -> new Never(window, week.busyWeeks(window), Weeks.COUNT))
            .toList();
    BitSet asleep = (BitSet) quiet.clone();
    batches.forEach(batch -> batch.window().hours().forEach(asleep::set));
    return batches.isEmpty() || asleep.cardinality() == Weeks.HOURS
        ? new QuietHours(windows, List.of())
        : new QuietHours(Window.of(asleep::get), batches);
  }

  private static BitSet quiet(TypicalWeek week) {
    var quiet = new BitSet(Weeks.HOURS);
    for (int hour = 0; hour < Weeks.HOURS; hour++) {
      quiet.set(hour, week.isQuiet(hour));
    }
    for (var next = restless(quiet, week); next.isPresent(); next = restless(quiet, week)) {
      quiet.clear(worst(next.get(), week));
    }
    Window.of(quiet::get).stream()
        .filter(window -> window.length() < SHORTEST)
        .forEach(window -> window.hours().forEach(quiet::clear));
    return quiet;
  }

  /// A window whose exceptions fell into several weeks, though each of its hours has few.
  private static Optional<Window> restless(BitSet quiet, TypicalWeek week) {
    return Window.of(quiet::get).stream()
        .filter(window -> week.busyWeeks(window) > Weeks.EXCEPTIONS)
        .findFirst();
  }

  /// The hour that most weeks were busy in, the earliest of several.
  private static int worst(Window window, TypicalWeek week) {
    return window
        .hours()
        .reduce((one, other) -> week.busyWeeks(other) > week.busyWeeks(one) ? other : one)
        .orElseThrow();
  }

  private static boolean isBatch(Window window, TypicalWeek week) {
    return window.length() <= LONGEST_BATCH
        && window.hours().allMatch(QuietHours::isNight)
        && window.hours().allMatch(hour -> week.busyWeeks(hour) > Weeks.EXCEPTIONS);
  }

  private static boolean isNight(int hour) {
    int ofDay = hour % DAY;
    return ofDay >= EVENING || ofDay < MORNING;
  }

  /// True where some of the week is left awake, as any policy must.
  boolean leavesSomeAwake() {
    return asleep.stream().mapToInt(Window::length).sum() < Weeks.HOURS;
  }
}
