package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.preflight.Trouble;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What was last seen of what would go wrong in the night, and how to look again.
public final class Foresight {
  private final Supplier<List<Trouble>> look;
  private volatile List<Trouble> found = List.of();

  Foresight(Supplier<List<Trouble>> look) {
    this.look = look;
  }

  /// Where nothing can go wrong that could be seen beforehand.
  static Foresight none() {
    return new Foresight(List::of);
  }

  /// Of several clusters; what is known of one that is out stays.
  static Foresight of(List<Foresight> all) {
    return new Foresight(() -> all.stream().flatMap(one -> one.anew().stream()).toList());
  }

  private List<Trouble> anew() {
    try {
      return again();
    } catch (Outage _) {
      return found;
    }
  }

  List<Trouble> again() {
    found = List.copyOf(look.get());
    return found;
  }

  List<Trouble> found() {
    return found;
  }

  /// Namespaces in which nothing goes to sleep, for it would not wake.
  Set<String> keptOn() {
    return found.stream()
        .flatMap(trouble -> trouble.keepsOn().stream())
        .collect(Collectors.toSet());
  }
}
