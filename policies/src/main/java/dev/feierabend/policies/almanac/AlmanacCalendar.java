package dev.feierabend.policies.almanac;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A calendar with almanacs beside it. What was asked for once is remembered, for a hundred
/// thousand policies ask for the same few places and years.
public final class AlmanacCalendar implements HolidayCalendar {
  private record Asked(Land land, Optional<Municipality> municipality, int year) {}

  private record AskedList(String name, Asked at) {}

  private final HolidayCalendar calendar;
  private final List<AlmanacDay> holidays;
  private final SortedMap<String, List<AlmanacDay>> lists = new TreeMap<>();
  private final SortedSet<String> names;
  private final String edition;
  private final Map<Asked, List<Holiday>> known = new ConcurrentHashMap<>();
  private final Map<AskedList, List<Holiday>> knownLists = new ConcurrentHashMap<>();

  /// No two of the almanacs have a list of the same name; see `Almanacs`.
  public AlmanacCalendar(HolidayCalendar calendar, List<Almanac> almanacs) {
    this.calendar = calendar;
    this.holidays = almanacs.stream().flatMap(one -> one.holidays().stream()).toList();
    almanacs.forEach(
        one -> one.lists().forEach(list -> lists.put(list.name().name(), list.days())));
    this.names = Collections.unmodifiableSortedSet(new TreeSet<>(lists.keySet()));
    this.edition =
        Stream.concat(Stream.of(calendar.edition()), almanacs.stream().map(Almanac::edition))
            .collect(Collectors.joining("; "));
  }

  @Override
  public List<Holiday> of(Land land, Optional<Municipality> municipality, int year) {
    return known.computeIfAbsent(
        new Asked(land, municipality, year),
        asked -> merged(calendar.of(land, municipality, year), holidays, asked));
  }

  @Override
  public SortedSet<String> lists() {
    return names;
  }

  @Override
  public Optional<List<Holiday>> list(
      String name, Land land, Optional<Municipality> municipality, int year) {
    return Optional.ofNullable(lists.get(name))
        .map(days ->
            knownLists.computeIfAbsent(
                new AskedList(name, new Asked(land, municipality, year)),
                asked -> merged(List.of(), days, asked.at())));
  }

  /// What `first` calls a date it is called.
  private static List<Holiday> merged(List<Holiday> first, List<AlmanacDay> days, Asked asked) {
    var byDate = new TreeMap<LocalDate, Holiday>();
    first.forEach(holiday -> byDate.put(holiday.date(), holiday));
    days.stream()
        .map(day -> day.at(asked.land(), asked.municipality(), asked.year()))
        .flatMap(Optional::stream)
        .forEach(holiday -> byDate.putIfAbsent(holiday.date(), holiday));
    return List.copyOf(byDate.values());
  }

  @Override
  public String edition() {
    return edition;
  }
}
