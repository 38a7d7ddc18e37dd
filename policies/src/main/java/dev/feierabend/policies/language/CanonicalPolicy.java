package dev.feierabend.policies.language;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A policy in one spelling, whatever order, quotes and comments its document has. For comparison
/// only ("nothing but the comment changed"); approvals bind the document's bytes.
public final class CanonicalPolicy {
  private CanonicalPolicy() {}

  public static String of(SchedulePolicy policy) {
    return Stream.concat(lines(policy), tests(policy.readyBy()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> lines(SchedulePolicy policy) {
    return Stream.of(
        "name " + policy.name(),
        "tenants " + policy.tenants().stream().sorted().toList(),
        "pools " + policy.selects().pools(),
        "labels " + policy.selects().labels(),
        "names " + policy.selects().names(),
        "zone " + policy.zone(),
        "holidays " + holidays(policy.asleep()),
        "asleep " + windows(policy.asleep().rules()),
        "never " + windows(policy.asleep().never()),
        "exceptions " + exceptions(policy.asleep()),
        "valid " + open(policy.validity().from()) + " to " + open(policy.validity().to()),
        "lead " + policy.lead(),
        "floor " + policy.floor(),
        "overrides " + policy.clauses().longestOverride(),
        "reminder " + policy.clauses().reminder(),
        "notice " + policy.clauses().notice(),
        "order " + order(policy.clauses().order()));
  }

  /// A policy without one is spelt as it was before there were any.
  private static Stream<String> tests(ReadyBy readyBy) {
    return readyBy.tests().isEmpty()
        ? Stream.empty()
        : Stream.of(
            "test "
                + readyBy.tests().stream()
                    .map(ReadinessTest::toString)
                    .distinct()
                    .sorted()
                    .toList());
  }

  private static String order(Order order) {
    return order.groups()
        + order
            .stagger()
            .map(stagger -> " at most %d per %s".formatted(stagger.atMost(), stagger.per()))
            .orElse("");
  }

  private static String windows(List<WindowRule> rules) {
    return rules.stream()
        .sorted(
            Comparator.comparingInt(CanonicalPolicy::inWeek).thenComparing(CanonicalPolicy::window))
        .map(CanonicalPolicy::window)
        .collect(Collectors.joining(", "));
  }

  /// Those of the week first, in its order.
  private static int inWeek(WindowRule rule) {
    return switch (rule.when()) {
      case Stretch.Weekly weekly -> weekly.from().minuteOfWeek();
      case Stretch.Every every -> every.weekly().getFirst().from().minuteOfWeek();
      case Stretch.Once _,
          Stretch.Yearly _,
          Stretch.AroundHolidays _,
          Stretch.ListedDays _,
          Stretch.WholeDate _ ->
          Integer.MAX_VALUE;
    };
  }

  private static String window(WindowRule rule) {
    return rule.when()
        + rule.because().map(" because \"%s\""::formatted).orElse("")
        + rule.floor().map(" floor {%s}"::formatted).orElse("");
  }

  private static String holidays(Asleep asleep) {
    return asleep
        .holidays()
        .map(rules ->
            "%s %s lists %s also %s except %s"
                .formatted(
                    rules.land(),
                    open(rules.municipality()),
                    rules.lists().stream().map(ListName::name).sorted().toList(),
                    also(rules),
                    rules.except()))
        .orElse("none");
  }

  private static List<String> also(HolidayRules rules) {
    return rules.also().stream()
        .map(holiday -> holiday.date() + " \"" + holiday.name() + "\"")
        .sorted()
        .toList();
  }

  private static String exceptions(Asleep asleep) {
    return asleep.exceptions().stream()
        .sorted(Comparator.comparing(DateException::date))
        .map(CanonicalPolicy::exception)
        .collect(Collectors.joining(", "));
  }

  private static String exception(DateException exception) {
    return switch (exception) {
      case DateException.StaysAwake(var date) -> date + " awake";
      case DateException.Sleeps(var date, var from, var to) -> date + " " + from + " → " + to;
    };
  }

  private static String open(Optional<?> date) {
    return date.map(Object::toString).orElse("open");
  }
}
