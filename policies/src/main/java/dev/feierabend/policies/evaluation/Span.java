package dev.feierabend.policies.evaluation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of local time, from inclusive, to exclusive, and what it is for.
record Span(LocalDateTime from, LocalDateTime to, Because because) {

  /// What is left of `spans` outside of `cuts`.
  static List<Span> without(List<Span> spans, List<Span> cuts) {
    List<Span> left = spans;
    for (Span cut : cuts) {
      var rest = new ArrayList<Span>();
      for (Span span : left) {
        span.without(cut, rest);
      }
      left = rest;
    }
    return left;
  }

  private void without(Span cut, List<Span> rest) {
    if (!cut.from.isBefore(to) || !cut.to.isAfter(from)) {
      rest.add(this);
      return;
    }
    if (from.isBefore(cut.from)) {
      rest.add(new Span(from, cut.from, because));
    }
    if (cut.to.isBefore(to)) {
      rest.add(new Span(cut.to, to, because));
    }
  }

  /// In order, those that touch as one; the one that begins first says why.
  static List<Span> merged(List<Span> spans) {
    var merged = new ArrayList<Span>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (!merged.isEmpty() && !span.from.isAfter(merged.getLast().to)) {
        merged.add(merged.removeLast().with(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private Span with(Span later) {
    return new Span(from, later.to.isAfter(to) ? later.to : to, because);
  }
}
