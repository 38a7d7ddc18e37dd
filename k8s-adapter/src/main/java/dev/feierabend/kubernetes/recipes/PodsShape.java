package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/// `{selector: /spec/selector, template: /spec/template}` or `{label: cnpg.io/cluster}`.
final class PodsShape {
  static final MapShape<PodsRule> SHAPE =
      new MapShape<>(
          "where its pods are, for example {selector: /spec/selector, template: /spec/template}",
          PodsShape::read);

  private PodsShape() {}

  private static Optional<PodsRule> read(Fields fields) {
    Read<Optional<JsonPointer>> selector = fields.optional("selector", RecipeWords.READ);
    Read<Optional<String>> label = fields.optional("label", RecipeWords.TEXT);
    Read<SortedMap<String, String>> labels =
        fields.optional("labels", Words.LABELS, Collections.emptySortedMap());
    Read<Optional<String>> owner = fields.optional("owner", RecipeWords.KIND);
    Read<Optional<JsonPointer>> template = fields.optional("template", RecipeWords.READ);
    Read<Optional<JsonPointer>> resources = fields.optional("resources", RecipeWords.READ);
    return fields.build(() ->
        new PodsRule(
            selector.value(),
            label.value(),
            labels.value(),
            owner.value(),
            template.value(),
            resources.value()));
  }
}
