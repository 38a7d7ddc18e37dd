package dev.feierabend.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What rounds gave, the reference first. A ratio is taken round by round, so it is of neighbours
/// in time.
record Comparison(List<Measured> all) {
  Comparison {
    all = List.copyOf(all);
  }

  /// What one unit took, round by round.
  record Measured(Subject subject, List<Double> figures) {
    Measured {
      figures = List.copyOf(figures);
    }

    Spread spread() {
      return Spread.of(figures);
    }
  }

  /// How figures are told.
  enum Scale {
    MICROSECONDS("µs", 1e6),
    MILLISECONDS("ms", 1e3),
    MEBIBYTES("MiB", 1.0 / (1 << 20));

    private final String unit;
    private final double factor;

    Scale(String unit, double factor) {
      this.unit = unit;
      this.factor = factor;
    }
  }

  /// The middle of several figures, and how far they lie apart.
  record Spread(double median, double least, double most) {
    static Spread of(List<Double> figures) {
      List<Double> sorted = figures.stream().sorted().toList();
      int middle = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1
              ? sorted.get(middle)
              : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
      return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
  }

  /// How many times as long as the reference's one unit of `measured` takes.
  Spread ratio(Measured measured) {
    List<Double> reference = all.getFirst().figures();
    return Spread.of(
        IntStream.range(0, reference.size())
            .mapToObj(round -> measured.figures().get(round) / reference.get(round))
            .toList());
  }

  void print(PrintWriter out, Scale scale) {
    for (Measured measured : all) {
      Spread ratio = ratio(measured);
      out.printf(
          Locale.ROOT,
          "%-42s %10.1f %s a %-6s  %6.2f (%.2f to %.2f)%n",
          measured.subject().name(),
          measured.spread().median() * scale.factor,
          scale.unit,
          measured.subject().unit(),
          ratio.median(),
          ratio.least(),
          ratio.most());
    }
    out.flush();
  }
}
