package dev.feierabend.policies.language;

import dev.feierabend.policies.language.Stretch.Weekly;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What weekly windows must be to one another: none overlaps another, some of the week is left
/// awake.
record WeekRules(
    Fields fields, Place at, List<Read<WindowRule>> rules, TreeMap<Integer, Taken> week) {
  /// A stretch of the week, from its key until before `to`, and the window that has it.
  private record Taken(int to, WindowRule by) {}

  WeekRules(Fields fields, Place at, List<Read<WindowRule>> rules) {
    this(fields, at, rules, new TreeMap<>());
  }

  void check() {
    rules.forEach(
        read -> read.ifSound(rule -> weekly(rule).forEach(part -> take(read, rule, part))));
    Duration asleep =
        rules.stream()
            .flatMap(read -> read.found().stream())
            .flatMap(rule -> weekly(rule).stream())
            .map(Weekly::shortest)
            .reduce(Duration.ZERO, Duration::plus);
    if (asleep.equals(Duration.ofDays(7))) {
      fields.complain(at, "some time of the week awake", "the whole week asleep");
    }
  }

  private static List<Weekly> weekly(WindowRule rule) {
    return switch (rule.when()) {
      case Weekly weekly -> List.of(weekly);
      case Stretch.Every every -> every.weekly();
      case Stretch.Once _,
          Stretch.Yearly _,
          Stretch.AroundHolidays _,
          Stretch.ListedDays _,
          Stretch.WholeDate _ ->
          List.of();
    };
  }

  private void take(Read<WindowRule> read, WindowRule rule, Weekly part) {
    int from = part.from().minuteOfWeek();
    int to = from + (int) part.shortest().toMinutes();
    Optional<WindowRule> other =
        over(from, Math.min(to, WeekTime.MINUTES_A_WEEK))
            .or(() -> over(0, to - WeekTime.MINUTES_A_WEEK));
    other.ifPresent(first ->
        fields.complain(
            read.at(),
            "intervals that don't overlap",
            "\"%s\", which overlaps \"%s\" of line %d"
                .formatted(rule.when(), first.when(), first.line())));
    if (other.isEmpty()) {
      week.put(from, new Taken(Math.min(to, WeekTime.MINUTES_A_WEEK), rule));
      if (to > WeekTime.MINUTES_A_WEEK) {
        week.put(0, new Taken(to - WeekTime.MINUTES_A_WEEK, rule));
      }
    }
  }

  private Optional<WindowRule> over(int from, int to) {
    return Optional.ofNullable(week.lowerEntry(to))
        .map(Map.Entry::getValue)
        .filter(taken -> taken.to() > from)
        .map(Taken::by);
  }
}
