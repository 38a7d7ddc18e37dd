package dev.feierabend.policies.language;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which days count as holidays: those of the place by law, those of the calendar's `lists` and the
/// agreement's own as well, and those of `except` not.
public record HolidayRules(
    Land land,
    Optional<Municipality> municipality,
    List<ListName> lists,
    List<Holiday> also,
    SortedSet<LocalDate> except) {
  public HolidayRules {
    lists = List.copyOf(lists);
    also = List.copyOf(also);
    except = Collections.unmodifiableSortedSet(new TreeSet<>(except));
  }
}
