package dev.feierabend.policies.yaml;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A mapping that is being read. What is asked for is known; what nobody asked for is a fault,
/// because a misspelt key would otherwise be an agreement that nobody made.
public final class Fields {
  private final Place at;
  private final Map<String, Entries.Entry> entries;
  private final Complaints complaints;
  private final int before;
  private final TreeSet<String> known = new TreeSet<>();

  Fields(MappingNode mapping, Complaints complaints) {
    this.at = Place.of(mapping);
    this.complaints = complaints;
    this.before = complaints.count();
    this.entries = Entries.of(mapping, complaints);
  }

  public Place at() {
    return at;
  }

  /// True where the key stands in the document, whatever its value.
  public boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  public <T> Read<T> required(String key, Shape<T> shape) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      complaints.add(at, "\"%s\": %s".formatted(key, shape.expected()), "no \"" + key + "\"");
    }
    return node.map(value -> shape.at(value, complaints))
        .orElseGet(() -> new Read<>(at, Optional.empty()));
  }

  public <T> Read<Optional<T>> optional(String key, Shape<T> shape) {
    if (node(key).filter(value -> !isNothing(value)).isEmpty()) {
      return new Read<>(at, Optional.of(Optional.empty()));
    }
    Read<T> read = required(key, shape);
    return new Read<>(
        read.at(), read.found().isEmpty() ? Optional.empty() : Optional.of(read.found()));
  }

  public <T> Read<T> optional(String key, Shape<T> shape, T otherwise) {
    Read<Optional<T>> read = optional(key, shape);
    return new Read<>(read.at(), read.found().map(value -> value.orElse(otherwise)));
  }

  public void complain(Place place, String expected, String found) {
    complaints.add(place, expected, found);
  }

  /// What there still is to read of `all`; see there.
  public <T> Stream<T> untilFull(Collection<T> all) {
    return complaints.untilFull(all);
  }

  /// True as long as nothing in this mapping was complained about.
  public boolean sound() {
    return complaints.count() == before;
  }

  /// Ends the reading: complains about keys that nobody asked for, and makes the whole of its parts
  /// if all of them are sound.
  public <T> Optional<T> build(Supplier<T> whole) {
    complaints
        .untilFull(entries.entrySet())
        .filter(entry -> !known.contains(entry.getKey()))
        .forEach(entry -> unknown(entry.getKey(), entry.getValue().key()));
    return sound() ? Optional.of(whole.get()) : Optional.empty();
  }

  private void unknown(String key, Place place) {
    complaints.add(
        place,
        "one of the keys " + String.join(", ", known),
        Found.quoted(key),
        () -> Nearest.to(key, known));
  }

  private Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).map(Entries.Entry::value);
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }
}
