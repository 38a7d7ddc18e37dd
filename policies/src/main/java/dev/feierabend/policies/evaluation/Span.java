package dev.feierabend.policies.evaluation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of local time, from inclusive, to exclusive, and what it is for.
record Span(LocalDateTime from, LocalDateTime to, Because because) {

  /// What is left of `spans` outside of `cuts`, which are in order and disjoint.
  static List<Span> without(List<Span> spans, List<Span> cuts) {
    var rest = new ArrayList<Span>();
    spans.forEach(span -> span.keep(cuts, rest));
    return rest;
  }

  private void keep(List<Span> cuts, List<Span> rest) {
    LocalDateTime begin = from;
    for (int i = firstAfter(cuts, from); i < cuts.size() && cuts.get(i).from.isBefore(to); i++) {
      Span cut = cuts.get(i);
      if (begin.isBefore(cut.from)) {
        rest.add(new Span(begin, cut.from, because));
      }
      begin = cut.to;
    }
    if (begin.isBefore(to)) {
      rest.add(new Span(begin, to, because));
    }
  }

  /// The index of the first that ends after `time`: of a year's nights, few matter to one.
  private static int firstAfter(List<Span> cuts, LocalDateTime time) {
    int low = 0;
    int high = cuts.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (cuts.get(middle).to.isAfter(time)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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
