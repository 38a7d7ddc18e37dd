package dev.feierabend.policies.yaml;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// A mapping of free keys to single values, as labels are.
public record WordsShape(String expected, Scalar<String> key, Scalar<String> value)
    implements Shape<SortedMap<String, String>> {

  @Override
  public Optional<SortedMap<String, String>> read(Node node, Complaints complaints) {
    if (!(node instanceof MappingNode mapping)) {
      complaints.add(Place.of(node), expected, Found.describe(node));
      return Optional.empty();
    }
    int before = complaints.count();
    var words = new TreeMap<String, String>();
    Entries.of(mapping, complaints);
    complaints
        .untilFull(mapping.getValue())
        .forEach(tuple ->
            key.read(tuple.getKeyNode(), complaints)
                .ifPresent(word ->
                    value
                        .read(tuple.getValueNode(), complaints)
                        .ifPresent(meaning -> words.put(word, meaning))));
    return complaints.count() == before ? Optional.of(words) : Optional.empty();
  }
}
