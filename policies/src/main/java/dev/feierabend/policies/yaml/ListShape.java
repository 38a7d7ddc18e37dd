package dev.feierabend.policies.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A list; each entry is read for itself, so one wrong entry doesn't hide the others.
public record ListShape<T>(Shape<T> entry) implements Shape<List<Read<T>>> {

  @Override
  public String expected() {
    return "a list, each entry " + entry.expected();
  }

  @Override
  public Optional<List<Read<T>>> read(Node node, Complaints complaints) {
    if (node instanceof SequenceNode list) {
      return Optional.of(
          complaints.untilFull(list.getValue()).map(item -> entry.at(item, complaints)).toList());
    }
    complaints.add(Place.of(node), expected(), Found.describe(node));
    return Optional.empty();
  }

  /// The entries' values; asked for only where nothing was complained about.
  public static <T> List<T> values(Read<List<Read<T>>> entries) {
    return entries.value().stream().map(Read::value).toList();
  }
}
