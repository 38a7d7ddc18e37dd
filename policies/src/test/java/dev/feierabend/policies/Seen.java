package dev.feierabend.policies;

import dev.feierabend.policies.language.Selectable;
import dev.feierabend.policies.terms.PoolId;
import java.util.Map;

/// A workload of which only is told what selectors look at.
public record Seen(PoolId pool, String name, Map<String, String> labels) implements Selectable {

  public static Seen of(String pool, Map<String, String> labels) {
    return new Seen(new PoolId(pool), "any", labels);
  }
}
