package dev.feierabend.policies.yaml;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A single value. `parse` refuses a text by an `IllegalArgumentException` or a
/// `DateTimeException`, as the JDK's and the domain's own constructors do. What a `discreet` one
/// found is not repeated in the complaint, for it may be a secret in the wrong place.
public record Scalar<T>(String expected, Function<String, T> parse, boolean discreet)
    implements Shape<T> {

  public Scalar(String expected, Function<String, T> parse) {
    this(expected, parse, false);
  }

  public Scalar<T> discreetly() {
    return new Scalar<>(expected, parse, true);
  }

  @Override
  public Optional<T> read(Node node, Complaints complaints) {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      try {
        return Optional.of(parse.apply(scalar.getValue()));
      } catch (IllegalArgumentException | DateTimeException e) {
        return refused(node, complaints);
      }
    }
    return refused(node, complaints);
  }

  private Optional<T> refused(Node node, Complaints complaints) {
    complaints.add(Place.of(node), expected, discreet ? "something else" : Found.describe(node));
    return Optional.empty();
  }
}
