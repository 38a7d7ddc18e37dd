package dev.feierabend.policies.fleet;

import dev.feierabend.policies.yaml.Scalar;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The ids of one kind in a document: declared once, then referred to. Declarations are read before
/// references, wherever they stand.
final class Register<T> {
  private final String what;
  private final Scalar<T> spelling;
  private final Set<T> declared = new LinkedHashSet<>();

  Register(String what, Scalar<T> spelling) {
    this.what = what;
    this.spelling = spelling;
  }

  boolean knows(T id) {
    return declared.contains(id);
  }

  /// Reads an id where it is declared.
  Scalar<T> declaration() {
    return new Scalar<>(spelling.expected() + ", each once", checked(declared::add));
  }

  /// Reads an id that must be declared.
  Scalar<T> reference() {
    String example =
        declared.stream().findFirst().map(id -> ", for example \"" + id + "\"").orElse("");
    return new Scalar<>(
            "a %s of this fleet%s".formatted(what, example), checked(declared::contains))
        .among(() -> declared.stream().map(Object::toString).toList());
  }

  private Function<String, T> checked(Predicate<T> rule) {
    return text -> {
      T id = spelling.parse().apply(text);
      if (!rule.test(id)) {
        throw new IllegalArgumentException(text);
      }
      return id;
    };
  }
}
