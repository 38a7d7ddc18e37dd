package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.reporting.energy.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Months of a zone.
public record Months(ZoneId zone) {
  /// Whoever tells of load may be out for as long and hand it in late.
  public static final Duration GRACE = Duration.ofDays(3);

  public Span span(YearMonth month) {
    return new Span(begin(month), begin(month.plusMonths(1)));
  }

  private Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  public YearMonth of(Instant at) {
    return YearMonth.from(at.atZone(zone));
  }

  /// Those from the one of `first` on that may be closed at `now`, oldest first.
  public List<YearMonth> over(Instant first, Instant now) {
    YearMonth open = of(now.minus(GRACE));
    return Stream.iterate(of(first), month -> month.isBefore(open), month -> month.plusMonths(1))
        .toList();
  }
}
