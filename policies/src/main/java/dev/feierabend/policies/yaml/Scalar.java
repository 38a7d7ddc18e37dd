package dev.feierabend.policies.yaml;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A single value. `parse` refuses a text by an `IllegalArgumentException` or a
/// `DateTimeException`, as the JDK's and the domain's own constructors do. What a `discreet` one
/// found is not repeated in the complaint, for it may be a secret in the wrong place. `nearest`
/// knows what was probably meant by a text that was refused.
public record Scalar<T>(
    String expected,
    Function<String, T> parse,
    boolean discreet,
    Function<String, Optional<String>> nearest)
    implements Shape<T> {

  private static final int LONGEST = 100;

  public Scalar(String expected, Function<String, T> parse) {
    this(expected, parse, false, _ -> Optional.empty());
  }

  public Scalar<T> discreetly() {
    return new Scalar<>(expected, parse, true, _ -> Optional.empty());
  }

  /// There are only these values: a refused text is answered with the nearest of them. They are
  /// asked for when that happens.
  public Scalar<T> among(Supplier<? extends Collection<String>> words) {
    return nearest(text -> Nearest.to(text, words.get()));
  }

  public Scalar<T> nearest(Function<String, Optional<String>> nearest) {
    return new Scalar<>(expected, parse, discreet, nearest);
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
    complaints.add(
        Place.of(node),
        expected,
        discreet ? "something else" : Found.describe(node),
        () -> node instanceof ScalarNode scalar ? meant(scalar.getValue()) : Optional.empty());
    return Optional.empty();
  }

  /// A long text is no slip.
  private Optional<String> meant(String text) {
    return text.length() > LONGEST ? Optional.empty() : nearest.apply(text);
  }
}
