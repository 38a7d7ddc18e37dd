package dev.feierabend.policies.almanac;

import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Where a day counts: in `laender`, or in the municipalities whose keys begin with one of `keys`
/// and with none of `except`; everywhere if neither is named.
public record Region(SortedSet<Land> laender, SortedSet<String> keys, SortedSet<String> except) {
  /// How many digits name a Land, a Regierungsbezirk, a district and a municipality.
  private static final int[] LENGTHS = {2, 3, 5, 8};

  public Region {
    laender = Collections.unmodifiableSortedSet(new TreeSet<>(laender));
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    except = Collections.unmodifiableSortedSet(new TreeSet<>(except));
  }

  /// A place without a municipality has only what all of its Land has.
  boolean includes(Land land, Optional<Municipality> municipality) {
    if (laender.isEmpty() && keys.isEmpty()) {
      return true;
    }
    return laender.contains(land)
        || municipality.filter(place -> includes(place.ags())).isPresent();
  }

  /// Whether all whose keys begin with `key` are in it, but for those that `except` takes out.
  private boolean includes(String key) {
    return within(keys, key) && !excludes(key);
  }

  boolean excludes(String key) {
    return within(except, key);
  }

  private static boolean within(Set<String> wider, String key) {
    return beginnings(key).anyMatch(wider::contains);
  }

  /// Where it is, as beginnings of municipalities' keys; empty text for everywhere.
  Stream<String> beginnings() {
    return laender.isEmpty() && keys.isEmpty()
        ? Stream.of("")
        : Stream.concat(laender.stream().map(Land::key), keys.stream());
  }

  /// Every key that this one is within, itself included, the widest first.
  static Stream<String> beginnings(String key) {
    return Arrays.stream(LENGTHS)
        .filter(length -> length <= key.length())
        .mapToObj(length -> key.substring(0, length));
  }
}
