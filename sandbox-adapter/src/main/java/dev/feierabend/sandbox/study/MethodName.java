package dev.feierabend.sandbox.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The methods that are compared, by the names of the literature.
public enum MethodName {
  /// No power management: every host at its peak all day.
  NPA,

  /// Hosts throttle with their load and nobody ever moves.
  DVFS,

  /// Everybody packed anew at each step, first fit decreasing: what is gained where nothing but
  /// energy counts.
  FF,

  /// A host is overloaded beyond a fixed share.
  THR_MMT,

  /// A host's threshold sinks with the restlessness of its past.
  MAD_MMT,

  /// A host is overloaded where the line through its past says so.
  LR_MMT,

  /// Ours.
  FEIERABEND,

  /// No method, but what none can do better than.
  BOUND;

  /// Stands for all of them.
  public static final String ALL = "all";

  /// One that has seen nothing yet, with the parameters that the paper found best.
  Method begin() {
    return switch (this) {
      case NPA -> new InOrder(true);
      case DVFS -> new InOrder(false);
      case FF -> new FirstFit();
      case THR_MMT -> new MinimumMigrationTime(new Overload.Threshold(0.8));
      case MAD_MMT -> new MinimumMigrationTime(new Overload.MedianDeviation(2.5));
      case LR_MMT -> new MinimumMigrationTime(new Overload.LocalRegression(1.2));
      case FEIERABEND -> new Feierabend(Allowance.USUAL);
      case BOUND -> throw new IllegalStateException("The bound is computed, not lived");
    };
  }

  /// @param names separated by commas, or [#ALL]
  /// @throws IllegalArgumentException where there is none of such a name
  public static List<MethodName> of(String names) {
    if (names.equals(ALL)) {
      return List.of(values());
    }
    return Arrays.stream(names.split(",", -1)).map(MethodName::named).distinct().toList();
  }

  private static MethodName named(String name) {
    return Arrays.stream(values())
        .filter(method -> method.toString().equals(name.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Expected all or methods of %s but found \"%s\"".formatted(everyName(), name)));
  }

  private static String everyName() {
    return Arrays.stream(values()).map(MethodName::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
