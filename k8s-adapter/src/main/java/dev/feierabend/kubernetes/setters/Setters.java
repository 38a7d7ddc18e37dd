package dev.feierabend.kubernetes.setters;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.kubernetes.recipes.Managed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who set what puts an object to sleep, as the API server keeps account of it. Whoever changes a
/// field takes it from all others, so what stands there of others is from after our own last write,
/// or we never wrote. Pure.
public final class Setters {
  /// How the API server calls us: the first word of our user agent.
  private static final String OURSELVES = "feierabend";

  private Setters() {}

  /// The last of the others, but a person before a program: where both set the same, the person's
  /// word counts. Empty where it was us, or where nobody is known.
  public static Optional<Setter> of(Managed object) {
    List<Manager> all = Manager.of(object.json()).toList();
    String ours =
        all.stream()
            .filter(Setters::ourselves)
            .map(Manager::time)
            .max(Comparator.naturalOrder())
            .orElse("");
    Comparator<Manager> order =
        Comparator.<Manager, Boolean>comparing(
                it -> Tool.of(it).isEmpty() && it.time().compareTo(ours) >= 0)
            .thenComparing(Manager::time);
    return all.stream()
        .filter(manager -> !ourselves(manager))
        .filter(manager -> sets(manager, object.recipe().manner().fields()))
        .max(order)
        .map(manager -> setter(manager, object));
  }

  private static Setter setter(Manager manager, Managed object) {
    return Tool.of(manager)
        .map(tool -> tool.setter(object))
        .orElseGet(() -> new Setter(manager.name(), false, Optional.empty(), Optional.empty()));
  }

  private static boolean ourselves(Manager manager) {
    return manager.name().equals(OURSELVES);
  }

  private static boolean sets(Manager manager, List<JsonPointer> fields) {
    return fields.stream().anyMatch(manager::set);
  }
}
