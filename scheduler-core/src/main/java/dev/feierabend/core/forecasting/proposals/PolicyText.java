package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.policies.language.WeekTime;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes what was found as a policy's document: the same window of several days once, as a person
/// would.
record PolicyText(TenantId tenant, PoolId pool, Naming naming) {
  String of(QuietHours found) {
    return Stream.of(
            Stream.of(
                "apiVersion: feierabend.dev/v1",
                "kind: SchedulePolicy",
                "metadata: {name: \"%s\", tenant: \"%s\"}".formatted(naming.name(), tenant),
                "spec:",
                "  pools: [\"%s\"]".formatted(pool),
                "  zone: " + zone()),
            rules("asleep", days(found.asleep()), _ -> ""),
            rules(
                "never",
                days(found.never().stream().map(Never::window).toList()),
                days -> ", because: \"%s\"".formatted(naming.because().apply(least(days, found)))),
            Stream.of("  readyBy: {lead: PT30M}", "  floor: {hosts: 1}"))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private ZoneId zone() {
    return naming.zone();
  }

  private static Stream<String> rules(
      String key, List<List<Window>> rules, Function<List<Window>, String> rest) {
    return rules.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.of("  " + key + ":"),
            rules.stream().map(days -> "    - {%s%s}".formatted(when(days), rest.apply(days))));
  }

  private static Never least(List<Window> days, QuietHours found) {
    return found.never().stream()
        .filter(never -> days.contains(never.window()))
        .min(Comparator.comparingInt(Never::weeks))
        .orElseThrow();
  }

  /// Windows that are the same on several days, together, in the order of the first of each.
  private static List<List<Window>> days(List<Window> windows) {
    var groups = new ArrayList<List<Window>>();
    for (Window window : windows) {
      groups.stream()
          .filter(group -> window.isADayAtMost() && group.getFirst().isDaily(window))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(window), () -> groups.add(new ArrayList<>(List.of(window))));
    }
    return groups;
  }

  private static String when(List<Window> days) {
    WeekTime begin = days.getFirst().begin();
    WeekTime end = days.getFirst().end();
    return days.size() == 1
        ? "from: %s, to: %s".formatted(begin, end)
        : "every: \"%s\", from: \"%s\", to: \"%s\""
            .formatted(named(days), begin.time(), end.time());
  }

  private static String named(List<Window> days) {
    var spans = new ArrayList<List<Window>>();
    for (Window day : days) {
      if (!spans.isEmpty()
          && spans.getLast().getLast().begin().day().plus(1) == day.begin().day()) {
        spans.getLast().add(day);
      } else {
        spans.add(new ArrayList<>(List.of(day)));
      }
    }
    return spans.stream()
        .map(span ->
            span.size() == 1
                ? name(span.getFirst())
                : name(span.getFirst()) + "-" + name(span.getLast()))
        .collect(Collectors.joining(","));
  }

  private static String name(Window day) {
    return day.begin().toString().substring(0, 3);
  }
}
