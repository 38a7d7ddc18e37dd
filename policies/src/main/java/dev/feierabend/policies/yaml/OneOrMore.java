package dev.feierabend.policies.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One value, or a list of one to `most` of them.
public record OneOrMore<T>(Shape<T> entry, int most) implements Shape<List<T>> {

  @Override
  public String expected() {
    return entry.expected() + ", or a list of up to " + most;
  }

  @Override
  public Optional<List<T>> read(Node node, Complaints complaints) {
    if (!(node instanceof SequenceNode list)) {
      return entry.read(node, complaints).map(List::of);
    }
    List<Node> items = list.getValue();
    if (items.isEmpty()) {
      complaints.add(Place.of(node), expected(), "an empty list");
    }
    if (items.size() > most) {
      complaints.add(
          Place.of(items.get(most)), "at most %d of them".formatted(most), "" + items.size());
    }
    int before = complaints.count();
    List<Read<T>> read =
        complaints.untilFull(items).map(item -> entry.at(item, complaints)).toList();
    return !items.isEmpty() && items.size() <= most && complaints.count() == before
        ? Optional.of(read.stream().map(Read::value).toList())
        : Optional.empty();
  }
}
