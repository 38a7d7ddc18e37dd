package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/// What intervals and exceptions must be to one another: none overlaps another, some of the week is
/// left awake, no date has two exceptions.
record SleepRules(
    Fields fields,
    Read<List<Read<WeeklyInterval>>> weekly,
    Read<List<Read<DateException>>> exceptions) {

  void check() {
    weekly.ifSound(this::overlaps);
    weekly.ifSound(this::wholeWeek);
    exceptions.ifSound(this::datesTwice);
  }

  private void overlaps(List<Read<WeeklyInterval>> intervals) {
    for (int i = 0; i < intervals.size(); i++) {
      for (Read<WeeklyInterval> earlier : intervals.subList(0, i)) {
        Read<WeeklyInterval> later = intervals.get(i);
        earlier.ifSound(one -> later.ifSound(other -> overlap(one, later, other)));
      }
    }
  }

  private void overlap(WeeklyInterval one, Read<WeeklyInterval> at, WeeklyInterval other) {
    if (one.overlaps(other)) {
      fields.complain(
          at.at(),
          "intervals that don't overlap",
          "\"%s\", which overlaps \"%s\" of line %d".formatted(other, one, one.line()));
    }
  }

  private void wholeWeek(List<Read<WeeklyInterval>> intervals) {
    Duration asleep =
        intervals.stream()
            .flatMap(interval -> interval.found().stream())
            .map(WeeklyInterval::length)
            .reduce(Duration.ZERO, Duration::plus);
    if (asleep.equals(Duration.ofDays(7))) {
      fields.complain(weekly.at(), "some time of the week awake", "the whole week asleep");
    }
  }

  private void datesTwice(List<Read<DateException>> dates) {
    var lines = new HashMap<LocalDate, Integer>();
    for (Read<DateException> read : dates) {
      read.ifSound(exception -> {
        Integer first = lines.putIfAbsent(exception.date(), read.at().line());
        if (first != null) {
          fields.complain(
              read.at(),
              "one exception a date",
              "%s again, first in line %d".formatted(exception.date(), first));
        }
      });
    }
  }
}
