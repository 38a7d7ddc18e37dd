package dev.feierabend.policies.language;

import dev.feierabend.policies.language.Stretch.Once;
import dev.feierabend.policies.language.Stretch.Yearly;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The windows of every year must leave some of the year awake.
final class YearRule {
  /// Any year will do, between two others.
  private static final int YEAR = 2003;

  private YearRule() {}

  static void check(Fields fields, Place at, List<Read<WindowRule>> rules) {
    List<Yearly> yearly =
        rules.stream()
            .flatMap(read -> read.found().stream())
            .map(WindowRule::when)
            .filter(Yearly.class::isInstance)
            .map(Yearly.class::cast)
            .toList();
    LocalDateTime asleepUntil = LocalDateTime.of(YEAR, 1, 1, 0, 0);
    for (Once once : around(yearly)) {
      LocalDateTime end = once.to().local();
      boolean goesOn = !once.from().local().isAfter(asleepUntil) && end.isAfter(asleepUntil);
      asleepUntil = goesOn ? end : asleepUntil;
    }
    if (!asleepUntil.isBefore(LocalDateTime.of(YEAR + 1, 1, 1, 0, 0))) {
      fields.complain(at, "some time of the year awake", "the whole year asleep");
    }
  }

  private static List<Once> around(List<Yearly> yearly) {
    return IntStream.rangeClosed(YEAR - 1, YEAR + 1)
        .boxed()
        .flatMap(year -> yearly.stream().map(window -> window.in(year)))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(once -> once.from().local()))
        .toList();
  }
}
