package dev.feierabend.policies.evaluation;

import java.time.LocalDateTime;
import java.util.stream.Stream;

/// A stretch of local time, from inclusive, to exclusive, that may be slept through.
record Span(LocalDateTime from, LocalDateTime to, Because because) {

  /// What is left outside of [`begin`, `end`).
  Stream<Span> without(LocalDateTime begin, LocalDateTime end) {
    if (!begin.isBefore(to) || !end.isAfter(from)) {
      return Stream.of(this);
    }
    return Stream.of(new Span(from, begin, because), new Span(end, to, because))
        .filter(rest -> rest.from.isBefore(rest.to));
  }

  boolean touches(Span later) {
    return !later.from.isAfter(to);
  }

  /// Both as one; the one that begins first says why.
  Span with(Span later) {
    return new Span(from, later.to.isAfter(to) ? later.to : to, because);
  }
}
