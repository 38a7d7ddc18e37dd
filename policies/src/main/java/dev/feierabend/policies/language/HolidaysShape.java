package dev.feierabend.policies.language;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// `{land: BY, municipality: "09162000", lists: [staff-released], also: […], except: […]}`.
final class HolidaysShape {
  /// Holidays in a row stay well under a year, whatever an agreement adds.
  private static final int MOST = 100;

  private static final Scalar<Municipality> MUNICIPALITY =
      Scalars.of("a municipality's key of 8 digits, for example \"09162000\"", Municipality::new);

  private static final MapShape<Holiday> ALSO =
      new MapShape<>(
          "a holiday, for example {date: 2026-12-24, name: Heiligabend}",
          fields -> {
            Read<LocalDate> date = fields.required("date", Scalars.DATE_OF_YEAR);
            Read<String> name = fields.required("name", Words.REASON);
            return fields.build(() -> new Holiday(date.value(), name.value()));
          });

  static final MapShape<HolidayRules> HOLIDAYS =
      new MapShape<>("holidays, for example {land: BY}", HolidaysShape::read);

  private HolidaysShape() {}

  private static Optional<HolidayRules> read(Fields fields) {
    Read<Land> land = fields.required("land", Words.LAND);
    Read<Optional<Municipality>> municipality = fields.optional("municipality", MUNICIPALITY);
    Read<List<Read<Holiday>>> also = fields.optional("also", new ListShape<>(ALSO), List.of());
    Read<List<Read<LocalDate>>> except =
        fields.optional("except", new ListShape<>(Scalars.DATE_OF_YEAR), List.of());
    Read<List<Read<String>>> lists =
        fields.optional("lists", new ListShape<>(Words.NAME), List.of());
    land.ifSound(
        l -> municipality.ifSound(m -> m.ifPresent(key -> isIn(fields, municipality, key, l))));
    datesOnce(fields, also, except);
    lists.ifSound(all -> listsOnce(fields, lists, all));
    return fields.build(() ->
        new HolidayRules(
            land.value(),
            municipality.value(),
            lists.value().stream().map(list -> new ListName(list.value(), list.at())).toList(),
            ListShape.values(also),
            new TreeSet<>(ListShape.values(except))));
  }

  private static void isIn(Fields fields, Read<?> at, Municipality municipality, Land land) {
    if (!municipality.isIn(land)) {
      fields.complain(
          at.at(),
          "a municipality of %s, whose keys begin with %s".formatted(land, land.key()),
          "\"" + municipality + "\"");
    }
  }

  private static void listsOnce(Fields fields, Read<?> at, List<Read<String>> lists) {
    var lines = new HashMap<String, Integer>();
    for (Read<String> read : lists) {
      read.ifSound(list -> {
        Integer first = lines.putIfAbsent(list, read.at().line());
        if (first != null) {
          fields.complain(
              read.at(), "each list once", "\"%s\" again, first in line %d".formatted(list, first));
        }
      });
    }
    if (lists.size() > MOST) {
      fields.complain(at.at(), "at most %d lists".formatted(MOST), lists.size() + "");
    }
  }

  private static void datesOnce(
      Fields fields, Read<List<Read<Holiday>>> also, Read<List<Read<LocalDate>>> except) {
    var dates = new DatesOnce(fields, "a date once, in \"also\" or \"except\"", new HashMap<>());
    also.ifSound(all -> {
      all.forEach(read -> read.ifSound(holiday -> dates.add(holiday.date(), read.at())));
      if (all.size() > MOST) {
        fields.complain(also.at(), "at most %d holidays".formatted(MOST), all.size() + "");
      }
    });
    except.ifSound(all -> all.forEach(read -> read.ifSound(date -> dates.add(date, read.at()))));
  }
}
