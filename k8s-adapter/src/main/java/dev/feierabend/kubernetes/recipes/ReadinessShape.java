package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.Optional;

/// `{count: /status/readyReplicas}`, with or without `of`; `{condition: Ready}`, with or without
/// `unless`; or `{field: /status/phase, equals: Running}`.
final class ReadinessShape {
  static final MapShape<Readiness> SHAPE =
      new MapShape<>(
          "when it is ready, for example {count: /status/readyReplicas} or {condition: Ready}",
          ReadinessShape::read);

  private ReadinessShape() {}

  private static Optional<Readiness> read(Fields fields) {
    if (fields.has("count")) {
      Read<JsonPointer> count = fields.required("count", RecipeWords.READ);
      Read<Optional<JsonPointer>> of = fields.optional("of", RecipeWords.READ);
      return fields.build(() ->
          of.value()
              .<Readiness>map(all -> new Readiness.AllOf(count.value(), all))
              .orElseGet(() -> new Readiness.Counted(count.value())));
    }
    if (fields.has("condition")) {
      Read<String> type = fields.required("condition", RecipeWords.TEXT);
      Read<Optional<String>> unless = fields.optional("unless", RecipeWords.TEXT);
      return fields.build(() -> new Readiness.Condition(type.value(), unless.value()));
    }
    Read<JsonPointer> field = fields.required("field", RecipeWords.READ);
    Read<String> value = fields.required("equals", RecipeWords.TEXT);
    return fields.build(() -> new Readiness.Valued(field.value(), value.value()));
  }
}
