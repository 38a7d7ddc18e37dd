package dev.feierabend.policies.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// A mapping's entries by key, in the order of the document. A key that occurs twice or isn't a
/// word is complained about, for two readers could understand two things.
final class Entries {
  record Entry(Place key, Node value) {}

  private Entries() {}

  static Map<String, Entry> of(MappingNode mapping, Complaints complaints) {
    var entries = new LinkedHashMap<String, Entry>();
    complaints.untilFull(mapping.getValue()).forEach(tuple -> add(tuple, entries, complaints));
    return entries;
  }

  private static void add(NodeTuple tuple, Map<String, Entry> entries, Complaints complaints) {
    Place place = Place.of(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      complaints.add(place, "a word as key", Found.describe(tuple.getKeyNode()));
      return;
    }
    Entry first = entries.putIfAbsent(key.getValue(), new Entry(place, tuple.getValueNode()));
    if (first != null) {
      complaints.add(
          place,
          "each key once",
          "%s again, first in line %d".formatted(Found.quoted(key.getValue()), first.key().line()));
    }
  }
}
