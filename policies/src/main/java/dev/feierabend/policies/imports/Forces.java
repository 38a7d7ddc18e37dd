package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.TimeSpec.Times;
import dev.feierabend.policies.imports.Turns.Turn;
import dev.feierabend.policies.imports.Wishes.Kind;
import dev.feierabend.policies.yaml.Read;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The times that are at work on something, with kube-downscaler's own defaults for what nobody
/// says. Periods, where there are any, set uptime and downtime aside.
record Forces(Map<Kind, Times> all) {

  static Forces of(Wishes wishes) {
    var all = new EnumMap<Kind, Times>(Kind.class);
    for (Kind kind : Kind.values()) {
      Read<Times> wanted = wishes.times().get(kind);
      Times otherwise = kind == Kind.UPTIME ? Times.ALWAYS : Times.NEVER;
      all.put(kind, wanted == null ? otherwise : wanted.value());
    }
    return new Forces(all);
  }

  Times of(Kind kind) {
    return Objects.requireNonNull(all.get(kind));
  }

  boolean byPeriods() {
    return !of(Kind.UPSCALE_PERIOD).isNever() || !of(Kind.DOWNSCALE_PERIOD).isNever();
  }

  /// All entries that count.
  List<TimeSpec> specs() {
    return Arrays.stream(Kind.values())
        .filter(this::counts)
        .flatMap(kind -> of(kind).specs().stream())
        .toList();
  }

  private boolean counts(Kind kind) {
    return switch (kind) {
      case UPTIME, DOWNTIME -> !byPeriods();
      case UPSCALE_PERIOD, DOWNSCALE_PERIOD -> byPeriods();
      case FORCE_UPTIME, FORCE_DOWNTIME -> true;
    };
  }

  Stream<TimeSpec.Dated> dated(Kind... kinds) {
    return Arrays.stream(kinds).flatMap(kind -> of(kind).dated().stream());
  }

  /// What happens in a minute of the week, dates aside.
  IntFunction<Turn> turns() {
    Map<Kind, WeekMinutes> week = new EnumMap<>(Kind.class);
    all.forEach((kind, times) -> week.put(kind, times.week()));
    return minute -> turn(kind -> Objects.requireNonNull(week.get(kind)).has(minute));
  }

  private Turn turn(Predicate<Kind> now) {
    if (now.test(Kind.FORCE_UPTIME)) {
      return Turn.WAKE;
    }
    if (now.test(Kind.FORCE_DOWNTIME)) {
      return Turn.SLEEP;
    }
    if (!byPeriods()) {
      return now.test(Kind.UPTIME) && !now.test(Kind.DOWNTIME) ? Turn.WAKE : Turn.SLEEP;
    }
    boolean up = now.test(Kind.UPSCALE_PERIOD);
    boolean down = now.test(Kind.DOWNSCALE_PERIOD);
    return up == down ? Turn.NOTHING : up ? Turn.WAKE : Turn.SLEEP;
  }
}
