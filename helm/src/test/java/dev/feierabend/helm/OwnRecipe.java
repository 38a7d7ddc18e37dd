package dev.feierabend.helm;

import java.util.Map;

/// A recipe of an operator's, for a kind that nobody else knows.
public final class OwnRecipe {
  public static final String SHOP =
      """
      apiVersion: feierabend.dev/v1
      kind: Recipe
      metadata:
        name: shop
      spec:
        resource:
          group: example.org
          version: v1
          kind: Shop
          plural: shops
        count:
          field: /spec/size
          absent: 1
        ready:
          count: /status/ready
      """;

  /// The chart's values with it.
  public static final Map<String, Object> VALUES = Map.of("recipes.own.shop", SHOP);

  private OwnRecipe() {}
}
