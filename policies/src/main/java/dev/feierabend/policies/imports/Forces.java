package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.TimeSpec.Times;
import dev.feierabend.policies.imports.Wishes.Kind;
import dev.feierabend.policies.yaml.Read;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /// The dates that count.
  Stream<TimeSpec.Dated> dated(Kind... kinds) {
    return Arrays.stream(kinds).filter(this::counts).flatMap(kind -> of(kind).dated().stream());
  }

  /// When it is asleep each week, dates aside; empty where that depends on how it began.
  Optional<WeekMinutes> asleep() {
    WeekMinutes up = of(Kind.FORCE_UPTIME).week();
    WeekMinutes down = of(Kind.FORCE_DOWNTIME).week().without(up);
    if (!byPeriods()) {
      WeekMinutes awake = of(Kind.UPTIME).week().without(of(Kind.DOWNTIME).week());
      return Optional.of(awake.complement().or(down).without(up));
    }
    WeekMinutes upscale = of(Kind.UPSCALE_PERIOD).week();
    WeekMinutes downscale = of(Kind.DOWNSCALE_PERIOD).week();
    return new Turns(
            downscale.without(upscale).without(up).or(down),
            upscale.without(downscale).without(down).or(up))
        .settled();
  }
}
