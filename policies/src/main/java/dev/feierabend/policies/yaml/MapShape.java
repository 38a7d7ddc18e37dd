package dev.feierabend.policies.yaml;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// A mapping whose keys `reader` asks for.
public record MapShape<T>(String expected, Function<Fields, Optional<T>> reader)
    implements Shape<T> {

  @Override
  public Optional<T> read(Node node, Complaints complaints) {
    if (node instanceof MappingNode mapping) {
      return reader.apply(new Fields(mapping, complaints));
    }
    complaints.add(Place.of(node), expected, Found.describe(node));
    return Optional.empty();
  }
}
