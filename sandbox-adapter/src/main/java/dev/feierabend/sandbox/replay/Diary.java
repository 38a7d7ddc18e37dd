package dev.feierabend.sandbox.replay;

import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.replay.Replayed.Moment;
import dev.feierabend.sandbox.replay.Replayed.Night;
import dev.feierabend.sandbox.replay.Replayed.Veto;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What happened, night by night: from noon to noon.
final class Diary {
  private static final long STEP = LoadModel.SLOT.toMinutes();
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final long AN_HOUR = 3600;

  /// Of one night so far.
  private static final class Page {
    private final Map<WorkloadId, Reason> reasons = new HashMap<>();
    private final Map<WorkloadId, Long> minutes = new HashMap<>();
    private int surges;
    private long busyMinutes;
  }

  private final ZoneId zone;
  private final Function<WorkloadId, String> names;
  private final SortedMap<LocalDate, Page> pages = new TreeMap<>();
  private final List<Moment> timeline = new ArrayList<>();

  private @Nullable Page open;
  private long openFor;

  Diary(ZoneId zone, Function<WorkloadId, String> names) {
    this.zone = zone;
    this.names = names;
  }

  void moment(Moment moment) {
    timeline.add(moment);
    if (moment.cause() == Replayed.Cause.SURGE) {
      page(moment.at()).surges++;
    }
  }

  /// For that long these stayed up though agreements let them sleep.
  void kept(SortedMap<WorkloadId, Reason> busy, Instant from, int slots) {
    if (!busy.isEmpty()) {
      Page page = page(from);
      busy.forEach((workload, reason) -> {
        page.reasons.putIfAbsent(workload, reason);
        page.minutes.merge(workload, slots * STEP, Long::sum);
      });
    }
  }

  void missed(Instant at, int guests) {
    if (guests > 0) {
      page(at).busyMinutes += guests * STEP;
    }
  }

  /// Noon is at a full hour in every zone that matters here.
  private Page page(Instant at) {
    long hour = Math.floorDiv(at.getEpochSecond(), AN_HOUR);
    if (open == null || hour != openFor) {
      LocalDate night = at.minus(HALF_A_DAY).atZone(zone).toLocalDate();
      open = pages.computeIfAbsent(night, _ -> new Page());
      openFor = hour;
    }
    return open;
  }

  List<Moment> timeline() {
    return timeline;
  }

  List<Night> nights() {
    var nights = new ArrayList<Night>();
    pages.forEach((date, page) -> {
      List<Veto> vetoes =
          page.reasons.entrySet().stream()
              .map(entry ->
                  new Veto(
                      names.apply(entry.getKey()),
                      entry.getKey(),
                      entry.getValue(),
                      page.minutes.getOrDefault(entry.getKey(), 0L)))
              .sorted(Comparator.comparingLong(Veto::minutes).reversed().thenComparing(Veto::guest))
              .toList();
      nights.add(new Night(date, vetoes, page.surges, page.busyMinutes));
    });
    return nights;
  }
}
