package dev.feierabend.hypervisor.vsphere;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Objects and their properties as a property collector has told them, kept up by what it tells
/// later.
final class Mirror {
  private final SortedMap<Ref, Map<String, Xml>> objects = new TreeMap<>();

  /// The objects of a type, in the order of their references.
  SortedMap<Ref, Map<String, Xml>> of(String type) {
    return objects.subMap(new Ref(type, ""), new Ref(type + "\0", ""));
  }

  void apply(Xml updates) {
    updates
        .all("filterSet")
        .flatMap(filter -> filter.all("objectSet"))
        .forEach(update -> update.at("obj").ref().ifPresent(object -> apply(object, update)));
  }

  private void apply(Ref object, Xml update) {
    switch (update.textAt("kind")) {
      case "leave" -> objects.remove(object);
      case "enter" -> change(objects.compute(object, (_, _) -> new HashMap<>()), update);
      default -> change(objects.computeIfAbsent(object, _ -> new HashMap<>()), update);
    }
  }

  /// A property that is told without a value has none any more.
  private static void change(Map<String, Xml> properties, Xml update) {
    update
        .all("changeSet")
        .forEach(change -> {
          Xml value = change.at("val");
          if (value.isThere()) {
            properties.put(change.textAt("name"), value);
          } else {
            properties.remove(change.textAt("name"));
          }
        });
  }
}
