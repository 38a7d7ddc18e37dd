package dev.feierabend.policies.almanac;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Complains about a day that a place has already in the same years. Those seen before are kept by
/// the beginnings of their municipalities' keys.
record DaysOnce(Fields fields, Map<DayRule, NavigableMap<String, List<Read<AlmanacDay>>>> seen) {

  static void check(Fields fields, Read<List<Read<AlmanacDay>>> days) {
    var once = new DaysOnce(fields, new HashMap<>());
    days.ifSound(all -> all.forEach(read -> read.ifSound(day -> once.add(read, day))));
  }

  private void add(Read<AlmanacDay> read, AlmanacDay day) {
    var places = seen.computeIfAbsent(day.day(), _ -> new TreeMap<>());
    Optional<Read<AlmanacDay>> first =
        day.region()
            .beginnings()
            .flatMap(key -> at(places, key).filter(other -> meets(other.value(), day, key)))
            .findFirst();
    first.ifPresent(other ->
        fields.complain(
            read.at(),
            "each day once a place",
            "\"%s\" again, first in line %d".formatted(day.day(), other.at().line())));
    day.region()
        .beginnings()
        .forEach(key -> places.computeIfAbsent(key, _ -> new ArrayList<>()).add(read));
  }

  /// Those of the places around `key` and of the places within it.
  private static Stream<Read<AlmanacDay>> at(
      NavigableMap<String, List<Read<AlmanacDay>>> places, String key) {
    Stream<List<Read<AlmanacDay>>> around =
        Stream.concat(Stream.of(""), Region.beginnings(key))
            .filter(wider -> wider.length() < key.length())
            .map(wider -> places.getOrDefault(wider, List.of()));
    Stream<List<Read<AlmanacDay>>> within =
        places.subMap(key, true, key + Character.MAX_VALUE, false).values().stream();
    return Stream.concat(around, within).flatMap(List::stream);
  }

  private static boolean meets(AlmanacDay other, AlmanacDay day, String key) {
    return other.years().overlap(day.years())
        && other
            .region()
            .beginnings()
            .filter(theirs -> theirs.startsWith(key) || key.startsWith(theirs))
            .map(theirs -> theirs.length() > key.length() ? theirs : key)
            .anyMatch(both -> !other.region().excludes(both) && !day.region().excludes(both));
  }
}
