package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.policies.language.Manifest;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a recipe from the bytes of a document of kind `Recipe`.
public final class RecipeParser {
  private static final int MOST_BYTES = 64 * 1024;

  private static final MapShape<ResourceKind> RESOURCE =
      new MapShape<>(
          "a kind of objects, for example "
              + "{group: batch, version: v1, kind: CronJob, plural: cronjobs}",
          RecipeParser::resource);

  private static final MapShape<String> METADATA =
      new MapShape<>("a name, for example {name: cronjob}", RecipeParser::metadata);

  /// All but the name.
  private record Spec(
      ResourceKind resource,
      Manner manner,
      Readiness ready,
      Optional<PodsRule> pods,
      Optional<JsonPointer> target,
      boolean optIn,
      Notes notes,
      List<Bar> unless,
      Set<String> over) {
    Recipe named(String name) {
      return new Recipe(name, resource, manner, ready, pods, target, optIn, notes, unless, over);
    }
  }

  private RecipeParser() {}

  /// `file` names the document in its faults; nothing is read from it.
  public static Parsed<Recipe> parse(String file, byte[] bytes) {
    return new Manifest<>("Recipe", MOST_BYTES, RecipeParser::recipe).parse(file, bytes);
  }

  private static Optional<Recipe> recipe(Fields fields) {
    Read<String> name = fields.required("metadata", METADATA);
    Read<Spec> spec =
        fields.required(
            "spec",
            new MapShape<>(
                "resource, count or set, and what else is known of the kind", RecipeParser::spec));
    return fields.build(() -> spec.value().named(name.value()));
  }

  private static Optional<String> metadata(Fields fields) {
    Read<String> name = fields.required("name", RecipeWords.NAME);
    return fields.build(name::value);
  }

  private static Optional<Spec> spec(Fields fields) {
    Read<ResourceKind> resource = fields.required("resource", RESOURCE);
    Optional<Manner> manner = MannerShape.read(fields);
    Read<Readiness> ready = fields.optional("ready", ReadinessShape.SHAPE, new Readiness.AtOnce());
    Read<Optional<PodsRule>> pods = fields.optional("pods", PodsShape.SHAPE);
    Read<Optional<JsonPointer>> target = fields.optional("target", RecipeWords.READ);
    Read<Boolean> optIn = fields.optional("optIn", Scalars.BOOLEAN, false);
    Read<Notes> notes = fields.optional("notes", RecipeWords.NOTES, Notes.ANNOTATIONS);
    Read<List<Bar>> unless = fields.optional("unless", BarShape.SHAPE, List.of());
    Read<List<Read<String>>> over =
        fields.optional("over", new ListShape<>(RecipeWords.TEXT), List.of());
    return fields.build(() ->
        new Spec(
            resource.value(),
            manner.orElseThrow(),
            ready.value(),
            pods.value(),
            target.value(),
            optIn.value(),
            notes.value(),
            unless.value(),
            Set.copyOf(ListShape.values(over))));
  }

  private static Optional<ResourceKind> resource(Fields fields) {
    Read<String> group = fields.required("group", RecipeWords.GROUP);
    Read<String> version = fields.required("version", RecipeWords.VERSION);
    Read<String> kind = fields.required("kind", RecipeWords.KIND);
    Read<String> plural = fields.required("plural", RecipeWords.PLURAL);
    return fields.build(
        () -> new ResourceKind(group.value(), version.value(), kind.value(), plural.value()));
  }
}
