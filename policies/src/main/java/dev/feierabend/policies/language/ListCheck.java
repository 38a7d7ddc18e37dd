package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Nearest;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/// Whether a policy names only lists of days that a calendar has.
public final class ListCheck {
  private ListCheck() {}

  public static List<Fault> against(String file, SchedulePolicy policy, SortedSet<String> lists) {
    return named(policy.asleep())
        .filter(list -> !lists.contains(list.name()))
        .map(list ->
            new Fault(
                file,
                list.at().line(),
                list.at().column(),
                "a list of days of this calendar" + example(lists),
                "\"" + list + "\"" + Nearest.hint(list.name(), lists)))
        .toList();
  }

  private static String example(SortedSet<String> lists) {
    return lists.isEmpty() ? ", which has none" : ", one of " + String.join(", ", lists);
  }

  private static Stream<ListName> named(Asleep asleep) {
    return Stream.concat(
        asleep.holidays().stream().flatMap(rules -> rules.lists().stream()),
        Stream.concat(asleep.rules().stream(), asleep.never().stream())
            .map(WindowRule::when)
            .filter(Stretch.ListedDays.class::isInstance)
            .map(Stretch.ListedDays.class::cast)
            .map(Stretch.ListedDays::list));
  }
}
