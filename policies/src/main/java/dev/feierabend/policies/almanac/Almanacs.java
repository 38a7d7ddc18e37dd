package dev.feierabend.policies.almanac;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.yaml.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Those that came with the product, and the operator's own, of which one replaces whatever came
/// under its name.
public final class Almanacs {
  /// A document before it is read; `file` names it in its faults.
  @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
  public record Input(String file, byte[] bytes) {}

  private final List<Almanac> shipped;
  private final SequencedMap<String, Almanac> own = new LinkedHashMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private Almanacs(List<Almanac> shipped) {
    this.shipped = shipped;
  }

  /// All that count together, or every fault in all of `inputs`.
  public static Parsed<List<Almanac>> of(List<Almanac> shipped, List<Input> inputs) {
    var almanacs = new Almanacs(shipped);
    inputs.forEach(almanacs::read);
    List<Almanac> together = almanacs.together();
    almanacs.listsOnce(together);
    return almanacs.faults.isEmpty()
        ? new Parsed.Valid<>(together)
        : new Parsed.Invalid<>(almanacs.faults);
  }

  private void read(Input input) {
    switch (AlmanacParser.parse(input.file(), input.bytes())) {
      case Parsed.Invalid<Almanac>(var found) -> faults.addAll(found);
      case Parsed.Valid<Almanac>(var almanac) -> {
        String name = almanac.title().name();
        String first = files.putIfAbsent(name, input.file());
        if (first == null) {
          own.put(name, almanac);
        } else {
          complain(
              input.file(),
              almanac.title().at(),
              "each calendar once",
              "\"%s\" again, first in %s".formatted(name, first));
        }
      }
    }
  }

  private List<Almanac> together() {
    return Stream.concat(
            shipped.stream().filter(one -> !own.containsKey(one.title().name())),
            own.values().stream())
        .toList();
  }

  private void listsOnce(List<Almanac> together) {
    var owners = new HashMap<String, String>();
    for (Almanac almanac : together) {
      String name = almanac.title().name();
      for (NamedDays list : almanac.lists()) {
        String first = owners.putIfAbsent(list.name().name(), name);
        if (first != null) {
          complain(
              files.getOrDefault(name, name),
              list.name().at(),
              "a list of no other calendar; a calendar named \"%s\" replaces that one"
                  .formatted(first),
              "\"%s\", which the calendar \"%s\" has".formatted(list.name(), first));
        }
      }
    }
  }

  private void complain(String file, Place at, String expected, String found) {
    faults.add(new Fault(file, at.line(), at.column(), expected, found));
  }
}
