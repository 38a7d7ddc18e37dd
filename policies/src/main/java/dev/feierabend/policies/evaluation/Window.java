package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.LocalTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A window as instants, from inclusive, `readyBy` exclusive.
record Window(Instant since, Instant readyBy, Because because) {

  private static Window of(Span span, ZoneId zone) {
    return new Window(
        LocalTimes.sleepsAt(span.from(), zone),
        LocalTimes.wakesAt(span.to(), zone),
        span.because());
  }

  /// The windows of `spans`, in order, without those that never open, and merged where a change of
  /// the clocks swallowed what was between them.
  static List<Window> all(List<Span> spans, ZoneId zone) {
    var windows = new ArrayList<Window>();
    for (Span span : spans) {
      Window next = of(span, zone);
      if (!next.since.isBefore(next.readyBy)) {
        continue;
      }
      if (!windows.isEmpty() && !next.since.isAfter(windows.getLast().readyBy)) {
        Window last = windows.removeLast();
        windows.add(new Window(last.since, next.readyBy, last.because));
      } else {
        windows.add(next);
      }
    }
    return windows;
  }

  boolean touches(Instant from, Instant to) {
    return !since.isAfter(to) && readyBy.isAfter(from);
  }
}
