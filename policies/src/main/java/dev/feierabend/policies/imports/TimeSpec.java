package dev.feierabend.policies.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One entry of kube-downscaler's times.
sealed interface TimeSpec {
  /// On each of `days` from a minute, inclusive, to another, exclusive; days and zone may be left
  /// to settings that no manifest shows. An end that isn't after the beginning covers nothing.
  record Weekly(Optional<Days> days, int from, int to, Optional<ZoneId> zone) implements TimeSpec {
    void addTo(BitSet week) {
      Days on = days.orElseThrow(() -> new IllegalStateException("Days are asked for first"));
      for (int day = 0; day < 7 && from < to; day++) {
        if (on.has(day)) {
          week.set(day * WeekMinutes.DAY + from, day * WeekMinutes.DAY + to);
        }
      }
    }
  }

  /// Once, from one instant to another.
  record Dated(Instant from, Instant to) implements TimeSpec {}

  /// Days from 0, Monday, both inclusive; the last may lie in the next week.
  record Days(int first, int last) {
    boolean has(int day) {
      return first <= last ? first <= day && day <= last : day >= first || day <= last;
    }
  }

  /// A list of entries, or `always`. An empty list is `never`.
  record Times(boolean always, List<TimeSpec> specs) {
    static final Times ALWAYS = new Times(true, List.of());
    static final Times NEVER = new Times(false, List.of());

    boolean isNever() {
      return !always && specs.isEmpty();
    }

    List<Weekly> weekly() {
      return all(Weekly.class, _ -> true);
    }

    List<Dated> dated() {
      return all(Dated.class, dated -> dated.from().isBefore(dated.to()));
    }

    WeekMinutes week() {
      var week = new BitSet(WeekMinutes.WEEK);
      weekly().forEach(spec -> spec.addTo(week));
      return always ? WeekMinutes.ALL : new WeekMinutes(week);
    }

    private <T> List<T> all(Class<T> form, Predicate<T> wanted) {
      return specs.stream().filter(form::isInstance).map(form::cast).filter(wanted).toList();
    }
  }
}
