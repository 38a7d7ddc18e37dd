package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.OneOrMore;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `{field: /spec/retention, is: Delete, because: data-lost}`; `is` and `isNot` take one value or
/// several, and without either any value counts.
final class BarShape {
  private static final int MOST = 20;

  private static final Shape<List<String>> VALUES = new OneOrMore<>(RecipeWords.TEXT, MOST);

  private static final MapShape<Bar> ONE =
      new MapShape<>(
          "what keeps it up, for example {field: /spec/retention, is: Delete, because: data-lost}",
          BarShape::read);

  static final Shape<List<Bar>> SHAPE = new OneOrMore<>(ONE, MOST);

  private BarShape() {}

  private static Optional<Bar> read(Fields fields) {
    Read<JsonPointer> field = fields.required("field", RecipeWords.SEEN);
    Read<List<String>> is = fields.optional("is", VALUES, List.of());
    Read<List<String>> isNot = fields.optional("isNot", VALUES, List.of());
    Read<Ground> ground = fields.optional("because", RecipeWords.GROUND, Ground.RECIPE);
    return fields.build(() ->
        new Bar(field.value(), Set.copyOf(is.value()), Set.copyOf(isNot.value()), ground.value()));
  }
}
