package dev.feierabend.sandbox.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The methods that are compared, by the names of the literature.
public enum MethodName {
  /// No power management: every host at its peak all day.
  NPA(() -> new Spread(true)),

  /// Hosts throttle with their load and nobody ever moves.
  DVFS(() -> new Spread(false)),

  /// Everybody packed anew at each step, first fit decreasing: what is gained where nothing but
  /// energy counts.
  FF(FirstFit::new),

  THR_MMT(() -> new MinimumMigrationTime(new Overload.Threshold(0.8))),
  MAD_MMT(() -> new MinimumMigrationTime(new Overload.MedianDeviation(2.5))),
  LR_MMT(() -> new MinimumMigrationTime(new Overload.LocalRegression(1.2))),

  /// Ours.
  FEIERABEND(Feierabend::new),

  /// No method, but what none can do better than.
  BOUND(() -> {
    throw new IllegalStateException("The bound is computed, not lived");
  });

  private final Supplier<Method> method;

  MethodName(Supplier<Method> method) {
    this.method = method;
  }

  /// One that has seen nothing yet.
  Method begin() {
    return method.get();
  }

  /// @param names separated by commas, or `all`
  /// @throws IllegalArgumentException where there is none of such a name
  public static List<MethodName> of(String names) {
    if (names.equals("all")) {
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
