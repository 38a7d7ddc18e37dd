package dev.feierabend.core.kernel;

import dev.feierabend.policies.terms.TenantId;

/// Whose a commit is: exactly one customer's, or the operator's.
public sealed interface Owner {
  Owner OPERATOR = new Operator();

  record Operator() implements Owner {
    @Override
    public String toString() {
      return "operator";
    }
  }

  record Customer(TenantId tenant) implements Owner {
    @Override
    public String toString() {
      return "tenant:" + tenant;
    }
  }

  static Owner of(TenantId tenant) {
    return new Customer(tenant);
  }

  /// The inverse of `toString`.
  static Owner parse(String text) {
    if (text.equals("operator")) {
      return OPERATOR;
    }
    if (text.startsWith("tenant:")) {
      return of(new TenantId(text.substring("tenant:".length())));
    }
    throw new IllegalArgumentException(
        "Expected operator or tenant:<id> but found \"%s\"".formatted(text));
  }
}
