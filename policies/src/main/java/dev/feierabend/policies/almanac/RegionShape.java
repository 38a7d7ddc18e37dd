package dev.feierabend.policies.almanac;

import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// `laender: [BE, MV]`, or `municipalities: ["16061", "16063011"]` with `except: ["16061045"]`.
record RegionShape(
    Read<List<Read<Land>>> laender,
    Read<List<Read<String>>> municipalities,
    Read<List<Read<String>>> except) {

  static RegionShape read(Fields fields) {
    var shape =
        new RegionShape(
            fields.optional("laender", new ListShape<>(Words.LAND), List.of()),
            fields.optional("municipalities", new ListShape<>(AlmanacWords.KEY), List.of()),
            fields.optional("except", new ListShape<>(AlmanacWords.KEY), List.of()));
    shape.laender.ifSound(all -> once(fields, all));
    shape.municipalities.ifSound(all -> shape.keys(fields, all));
    shape.laender.ifSound(some ->
        shape.municipalities.ifSound(others -> {
          if (!some.isEmpty() && !others.isEmpty()) {
            fields.complain(fields.at(), "either \"laender\" or \"municipalities\"", "both");
          }
        }));
    return shape;
  }

  /// A holiday of everywhere is a Land's matter sixteen times, and a slip here.
  void checkNamed(Fields fields) {
    laender.ifSound(some ->
        municipalities.ifSound(others -> {
          if (some.isEmpty() && others.isEmpty()) {
            fields.complain(
                fields.at(),
                "\"laender\" or \"municipalities\", for example municipalities: [\"16061\"]",
                "neither");
          }
        }));
  }

  Region value() {
    return new Region(
        new TreeSet<>(ListShape.values(laender)),
        new TreeSet<>(ListShape.values(municipalities)),
        new TreeSet<>(ListShape.values(except)));
  }

  private static <T> Map<T, Integer> once(Fields fields, List<Read<T>> all) {
    var lines = new HashMap<T, Integer>();
    for (Read<T> read : all) {
      read.ifSound(value -> {
        Integer first = lines.putIfAbsent(value, read.at().line());
        if (first != null) {
          again(fields, read, value, first);
        }
      });
    }
    return lines;
  }

  private static void again(Fields fields, Read<?> read, Object value, int line) {
    fields.complain(
        read.at(), "each place once", "\"%s\" again, first in line %d".formatted(value, line));
  }

  /// None is within another, and exceptions are within one of them.
  private void keys(Fields fields, List<Read<String>> all) {
    Map<String, Integer> lines = once(fields, all);
    for (Read<String> read : all) {
      read.ifSound(key ->
          Region.beginnings(key)
              .filter(wider -> !wider.equals(key) && lines.containsKey(wider))
              .forEach(wider ->
                  fields.complain(
                      read.at(),
                      "each place once",
                      "\"%s\", which is within \"%s\" of line %d"
                          .formatted(key, wider, lines.get(wider)))));
    }
    except.ifSound(exceptions -> {
      once(fields, exceptions);
      exceptions.forEach(read -> read.ifSound(key -> within(fields, read, key, lines)));
    });
  }

  private static void within(
      Fields fields, Read<String> read, String key, Map<String, Integer> lines) {
    if (Region.beginnings(key).noneMatch(wider -> !wider.equals(key) && lines.containsKey(wider))) {
      fields.complain(read.at(), "a key within one of \"municipalities\"", "\"%s\"".formatted(key));
    }
  }
}
