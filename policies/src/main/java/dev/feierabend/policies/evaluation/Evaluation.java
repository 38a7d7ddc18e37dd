package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.calendar.LocalWeek;
import dev.feierabend.policies.language.Floor;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/// What policies want under a calendar of holidays: a function of policy, calendar and instant. It
/// remembers the days around the last instant that it was asked for, a policy each, since nearly
/// every question is about now; answers don't depend on what it remembers.
public final class Evaluation {
  private static final int MOST_REMEMBERED = 100_000;
  private static final long DAYS_REMEMBERED = 4;
  private static final Duration FIRST_LOOK = Duration.ofDays(16);
  private static final Duration FARTHEST = Duration.ofDays(400);

  private record Remembered(SchedulePolicy policy, Course course) {
    boolean answers(SchedulePolicy asked, Instant at) {
      return course.covers(at) && policy.equals(asked);
    }
  }

  private final HolidayCalendar calendar;
  private final ConcurrentHashMap<String, Remembered> byDigest = new ConcurrentHashMap<>();

  public Evaluation(HolidayCalendar calendar) {
    this.calendar = calendar;
  }

  /// Which editions of dated knowledge it decides by.
  public Editions editions() {
    return Editions.with(calendar);
  }

  /// The lists of days that policies may name.
  public SortedSet<String> lists() {
    return calendar.lists();
  }

  public Verdict at(SchedulePolicy policy, Instant at) {
    return around(policy, at).at(at);
  }

  /// The week as who agreed to a policy lives it, with the holidays of the year before that instant
  /// to those of the year after it; with none where no window names any.
  public LocalWeek week(SchedulePolicy policy, Instant around) {
    int year = around.atZone(policy.zone()).getYear();
    return policy
        .asleep()
        .holidays()
        .map(rules -> Holidays.of(rules, calendar, year, year).byDate().values())
        .map(holidays -> LocalWeek.of(policy.zone(), holidays))
        .orElseGet(() -> LocalWeek.of(policy.zone(), List.of()));
  }

  /// What stays on at that instant whatever sleeps: the highest floor of all windows that are open
  /// then, each with its own or the policy's; the policy's where none is open.
  public Floor floor(SchedulePolicy policy, Instant at) {
    if (policy.asleep().rules().stream().allMatch(rule -> rule.floor().isEmpty())) {
      return policy.floor();
    }
    return OpenWindow.at(policy, calendar, at)
        .map(open -> open.floor().map(own -> own.over(policy.floor())).orElse(policy.floor()))
        .reduce(Floor::max)
        .orElse(policy.floor());
  }

  /// Which windows of sleep are open at that instant, in the order of the document. A verdict names
  /// the one that a sleep began by; it may go on by others.
  public List<Because> open(SchedulePolicy policy, Instant at) {
    return OpenWindow.at(policy, calendar, at).map(OpenWindow::because).toList();
  }

  /// When the verdict changes, in order, after `from` and up to `to` inclusive, so that stretches
  /// laid end to end tell each transition once.
  public List<Transition> between(SchedulePolicy policy, Instant from, Instant to) {
    return from.isBefore(to) ? Courses.of(policy, calendar, from, to).between(from, to) : List.of();
  }

  /// The first transition after `after`; empty if there is none within 400 days (counted from the
  /// beginning of the validity where that is still to come).
  public Optional<Transition> next(SchedulePolicy policy, Instant after) {
    Course known = around(policy, after);
    return first(known.between(after, known.to()))
        .or(() -> first(between(policy, after, after.plus(FIRST_LOOK))))
        .or(() -> first(between(policy, after, begin(policy, after).plus(FARTHEST))));
  }

  private static Optional<Transition> first(List<Transition> transitions) {
    return transitions.stream().findFirst();
  }

  private Course around(SchedulePolicy policy, Instant at) {
    Remembered known = byDigest.get(policy.document().digest());
    if (known != null && known.answers(policy, at)) {
      return known.course();
    }
    long day = Math.floorDiv(at.getEpochSecond(), Duration.ofDays(DAYS_REMEMBERED).toSeconds());
    Instant from = Instant.EPOCH.plus(Duration.ofDays(day * DAYS_REMEMBERED));
    Course course = Courses.of(policy, calendar, from, from.plus(Duration.ofDays(DAYS_REMEMBERED)));
    if (byDigest.size() >= MOST_REMEMBERED) {
      byDigest.clear();
    }
    byDigest.put(policy.document().digest(), new Remembered(policy, course));
    return course;
  }

  private static Instant begin(SchedulePolicy policy, Instant after) {
    return policy
        .validity()
        .from()
        .map(date -> LocalTimes.sleepsAt(date.atStartOfDay(), policy.zone()))
        .filter(after::isBefore)
        .orElse(after);
  }
}
