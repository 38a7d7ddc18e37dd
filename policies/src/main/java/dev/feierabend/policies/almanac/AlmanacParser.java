package dev.feierabend.policies.almanac;

import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.ListName;
import dev.feierabend.policies.language.Manifest;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an almanac from the bytes of a document of kind `HolidayCalendar`.
public final class AlmanacParser {
  private static final int MOST_BYTES = 1024 * 1024;

  private static final MapShape<Title> TITLE =
      new MapShape<>(
          "a name, an edition and a source, "
              + "for example {name: elections, edition: 2026-11-01, source: Landeswahlleitung}",
          AlmanacParser::title);

  private static final MapShape<NamedDays> LIST =
      new MapShape<>(
          "a list, for example "
              + "{name: staff-released, days: [{day: 12-24, name: Heiligabend}]}",
          AlmanacParser::list);

  private record Spec(List<AlmanacDay> holidays, List<NamedDays> lists) {}

  private AlmanacParser() {}

  /// `file` names the document in its faults; nothing is read from it.
  public static Parsed<Almanac> parse(String file, byte[] bytes) {
    String digest = Document.of(bytes).digest();
    return new Manifest<>("HolidayCalendar", MOST_BYTES, fields -> almanac(fields, digest))
        .parse(file, bytes);
  }

  private static Optional<Almanac> almanac(Fields fields, String digest) {
    Read<Title> title = fields.required("metadata", TITLE);
    Read<Spec> spec =
        fields.required("spec", new MapShape<>("holidays and lists", AlmanacParser::spec));
    return fields.build(
        () -> new Almanac(title.value(), spec.value().holidays(), spec.value().lists(), digest));
  }

  private static Optional<Title> title(Fields fields) {
    Read<String> name = fields.required("name", Words.NAME);
    Read<String> edition = fields.required("edition", AlmanacWords.EDITION);
    Read<String> source = fields.required("source", AlmanacWords.SOURCE);
    Read<Optional<String>> licence = fields.optional("licence", AlmanacWords.SOURCE);
    return fields.build(
        () -> new Title(name.value(), name.at(), edition.value(), source.value(), licence.value()));
  }

  private static Optional<Spec> spec(Fields fields) {
    Read<List<Read<AlmanacDay>>> holidays =
        fields.optional("holidays", new ListShape<>(DayShape.HOLIDAY), List.of());
    Read<List<Read<NamedDays>>> lists = fields.optional("lists", new ListShape<>(LIST), List.of());
    DaysOnce.check(fields, holidays);
    lists.ifSound(all -> namesOnce(fields, all));
    return fields.build(() -> new Spec(ListShape.values(holidays), ListShape.values(lists)));
  }

  private static Optional<NamedDays> list(Fields fields) {
    Read<String> name = fields.required("name", Words.NAME);
    Read<List<Read<AlmanacDay>>> days = fields.required("days", new ListShape<>(DayShape.LISTED));
    DaysOnce.check(fields, days);
    return fields.build(
        () -> new NamedDays(new ListName(name.value(), name.at()), ListShape.values(days)));
  }

  private static void namesOnce(Fields fields, List<Read<NamedDays>> lists) {
    Map<String, Integer> lines = new HashMap<>();
    for (Read<NamedDays> read : lists) {
      read.ifSound(list -> {
        Integer first = lines.putIfAbsent(list.name().name(), list.name().at().line());
        if (first != null) {
          fields.complain(
              list.name().at(),
              "each list once",
              "\"%s\" again, first in line %d".formatted(list.name(), first));
        }
      });
    }
  }
}
