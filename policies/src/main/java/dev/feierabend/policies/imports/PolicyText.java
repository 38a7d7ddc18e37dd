package dev.feierabend.policies.imports;

import dev.feierabend.policies.language.WeekTime;
import dev.feierabend.policies.terms.PoolId;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a policy as its document, with a comment that says where it comes from. The lead is zero:
/// others begin to wake at a time, ours are awake by it, and only without a lead are both the same
/// instant.
record PolicyText(Resource from, Scheduler scheduler, String name, Locale locale) {
  private static final int LONGEST = 365;
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  String of(Owners.Answer.Owned owned, SortedMap<String, String> labels, Schedule schedule) {
    return Stream.of(
            comments(labels),
            head(owned),
            select(owned, labels),
            Stream.of("  zone: " + schedule.zone().getId()),
            windows("asleep", asleep(schedule)),
            schedule.awake().isEmpty() && schedule.notBefore().isEmpty()
                ? Stream.<String>empty()
                : windows("never", never(schedule)),
            schedule.notBefore().stream()
                .map(begin -> "  validity: {from: %s}".formatted(begin.toLocalDate())),
            Stream.of("  readyBy: {lead: PT0S}"))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Stream<String> comments(SortedMap<String, String> labels) {
    String where = "%s:%d".formatted(from.file(), from.at().line()).replaceAll("\\p{Cntrl}", " ");
    Stream<String> lead =
        LeftOutText.text("comment.lead", List.of(scheduler.toString()), locale).lines();
    Stream<String> labelled =
        labels.isEmpty()
            ? Stream.empty()
            : LeftOutText.text("comment.labels", List.of(), locale).lines();
    return Stream.concat(Stream.of(from.naming() + ", " + where), Stream.concat(labelled, lead))
        .map(line -> "# " + line);
  }

  private Stream<String> head(Owners.Answer.Owned owned) {
    return Stream.of(
        "apiVersion: feierabend.dev/v1",
        "kind: SchedulePolicy",
        "metadata: {name: \"%s\", tenant: \"%s\"}".formatted(name, owned.tenant()),
        "spec:");
  }

  private static Stream<String> select(
      Owners.Answer.Owned owned, SortedMap<String, String> labels) {
    String pools =
        owned.pools().stream()
            .map(PoolId::toString)
            .map(PolicyText::quoted)
            .collect(Collectors.joining(", "));
    String selected =
        labels.entrySet().stream()
            .map(label -> quoted(label.getKey()) + ": " + quoted(label.getValue()))
            .collect(Collectors.joining(", "));
    return Stream.concat(
        Stream.of("  pools: [" + pools + "]"),
        labels.isEmpty() ? Stream.empty() : Stream.of("  workloads: {labels: {" + selected + "}}"));
  }

  private static Stream<String> windows(String key, Stream<String> windows) {
    List<String> lines = windows.map(window -> "    - " + window).toList();
    return lines.isEmpty()
        ? Stream.of("  " + key + ": []")
        : Stream.concat(Stream.of("  " + key + ":"), lines.stream());
  }

  private static Stream<String> asleep(Schedule schedule) {
    return Stream.concat(
        schedule.asleep().runs().stream()
            .map(run -> "{from: %s, to: %s}".formatted(weekTime(run.from()), weekTime(run.to()))),
        schedule.dates().stream().flatMap(PolicyText::dates));
  }

  private static Stream<String> never(Schedule schedule) {
    Stream<Schedule.Dates> beginning =
        schedule.notBefore().stream()
            .map(begin -> new Schedule.Dates(begin.toLocalDate().atStartOfDay(), begin))
            .filter(dates -> dates.from().isBefore(dates.to()));
    return Stream.concat(beginning, schedule.awake().stream()).flatMap(PolicyText::dates);
  }

  /// In pieces, for a window is a year long at most.
  private static Stream<String> dates(Schedule.Dates dates) {
    return Stream.iterate(
            dates.from(), from -> from.isBefore(dates.to()), from -> from.plusDays(LONGEST))
        .map(from -> {
          LocalDateTime end = from.plusDays(LONGEST);
          return "{from: %s, to: %s}"
              .formatted(
                  MINUTES.format(from),
                  MINUTES.format(end.isBefore(dates.to()) ? end : dates.to()));
        });
  }

  private static WeekTime weekTime(int minute) {
    return new WeekTime(
        DayOfWeek.of(minute / WeekMinutes.DAY + 1),
        LocalTime.ofSecondOfDay(minute % WeekMinutes.DAY * 60L));
  }

  private static String quoted(String word) {
    return "\"" + word + "\"";
  }
}
