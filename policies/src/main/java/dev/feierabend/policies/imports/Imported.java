package dev.feierabend.policies.imports;

import java.util.List;

/// What manifests came to: policies, and what is in none of them, in the order of the manifests.
public record Imported(List<Policy> policies, List<LeftOut> leftOut) {
  public Imported {
    policies = List.copyOf(policies);
    leftOut = List.copyOf(leftOut);
  }

  /// A policy document and its name.
  public record Policy(String name, String document) {}
}
