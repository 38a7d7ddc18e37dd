package dev.feierabend.kubernetes.preflight;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// So much of each resource; of one that isn't named, none.
record Amounts(Map<String, BigDecimal> of) {
  static final Amounts NONE = new Amounts(Map.of());

  Amounts {
    of = Map.copyOf(of);
  }

  static Amounts read(@Nullable Map<String, Quantity> quantities) {
    var read = new TreeMap<String, BigDecimal>();
    Optional.ofNullable(quantities)
        .orElse(Map.of())
        .forEach((name, quantity) -> read.put(name, Quantity.getAmountInBytes(quantity)));
    return new Amounts(read);
  }

  BigDecimal of(String name) {
    return of.getOrDefault(name, BigDecimal.ZERO);
  }

  Amounts plus(Amounts other) {
    return with(other, BigDecimal::add);
  }

  /// The larger of each.
  Amounts larger(Amounts other) {
    return with(other, BigDecimal::max);
  }

  /// Those of `other`, where it names any.
  Amounts or(Amounts other) {
    return with(other, (_, theirs) -> theirs);
  }

  Amounts times(int count) {
    var all = new TreeMap<>(of);
    all.replaceAll((_, amount) -> amount.multiply(BigDecimal.valueOf(count)));
    return new Amounts(all);
  }

  /// Without those that `other` doesn't name.
  Amounts within(Amounts other) {
    var all = new TreeMap<>(of);
    all.keySet().retainAll(other.of().keySet());
    return new Amounts(all);
  }

  private Amounts with(Amounts other, BinaryOperator<BigDecimal> both) {
    var all = new TreeMap<>(of);
    other.of().forEach((name, amount) -> all.merge(name, amount, both));
    return new Amounts(all);
  }
}
