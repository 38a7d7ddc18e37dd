package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.language.DateTime;
import dev.feierabend.policies.language.Days;
import dev.feierabend.policies.language.HolidayRules;
import dev.feierabend.policies.language.HolidayTime;
import dev.feierabend.policies.language.ListName;
import dev.feierabend.policies.language.Stretch;
import dev.feierabend.policies.language.WeekTime;
import dev.feierabend.policies.language.WindowRule;
import dev.feierabend.policies.language.YearTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Windows of every form, drawn near a day on which clocks change. More may overlap than a document
/// may say: what they mean together is the same.
record GeneratedWindows(Random random, LocalDate around, int grid) {

  List<WindowRule> some(int most, Supplier<Stretch> stretch) {
    var rules = new ArrayList<WindowRule>();
    int wanted = random.nextInt(most);
    while (rules.size() < wanted) {
      Stretch next = stretch.get();
      if (next.shortest().isPositive()) {
        rules.add(new WindowRule(next, Optional.empty(), Optional.empty(), rules.size() + 1));
      }
    }
    return rules;
  }

  Stretch asleep() {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> weekly();
      case 3, 4 -> every();
      case 5 -> once();
      case 6 -> yearly();
      default -> new Stretch.AroundHolidays(holidayTime(), holidayTime());
    };
  }

  Stretch never() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Stretch.WholeDate(near());
      case 2 -> new Stretch.ListedDays(OddHolidays.FIFTH);
      default -> asleep();
    };
  }

  private List<ListName> lists() {
    return random.nextBoolean() ? List.of() : List.of(OddHolidays.FIFTH);
  }

  HolidayRules holidays() {
    var own = new TreeSet<LocalDate>();
    var except = new TreeSet<LocalDate>();
    for (int i = random.nextInt(3); i > 0; i--) {
      own.add(near());
      except.add(near());
    }
    except.removeAll(own);
    return new HolidayRules(
        Land.BY,
        Optional.empty(),
        lists(),
        own.stream().map(d -> new Holiday(d, "own")).toList(),
        except);
  }

  private Stretch weekly() {
    DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
    return new Stretch.Weekly(
        new WeekTime(day, time()), new WeekTime(day.plus(random.nextInt(4)), time()));
  }

  private Stretch every() {
    var days = new TreeSet<DayOfWeek>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return new Stretch.Every(new Days(days), time(), time());
  }

  private Stretch once() {
    LocalDate from = near();
    return new Stretch.Once(
        new DateTime(from.atTime(time())),
        new DateTime(from.plusDays(random.nextInt(4)).atTime(time())));
  }

  private Stretch yearly() {
    LocalDate from = near();
    LocalDate to = random.nextInt(9) == 0 ? from.minusDays(9) : from.plusDays(random.nextInt(4));
    return new Stretch.Yearly(
        new YearTime(MonthDay.from(from), time()), new YearTime(MonthDay.from(to), time()));
  }

  private HolidayTime holidayTime() {
    var anchors = HolidayTime.Anchor.values();
    return new HolidayTime(anchors[random.nextInt(anchors.length)], time());
  }

  private LocalDate near() {
    return around.plusDays(random.nextInt(13) - 6);
  }

  /// In the small hours half of the time, for there the clocks change.
  LocalTime time() {
    int hour = random.nextInt(random.nextBoolean() ? 5 : 24);
    return LocalTime.of(hour, random.nextInt(60 / grid) * grid);
  }
}
