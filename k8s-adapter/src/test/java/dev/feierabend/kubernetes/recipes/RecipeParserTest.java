package dev.feierabend.kubernetes.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipeParserTest {
  private static final String SHOP =
      """
      apiVersion: feierabend.dev/v1
      kind: Recipe
      metadata: {name: shop}
      spec:
        resource: {group: example.org, version: v1, kind: Shop, plural: shops}
        set: {field: /spec/open, to: false}
      """;

  @Test
  void aRecipeOfAnOperatorStandsBesideThoseOfTheProduct() {
    Recipes recipes = recipes(SHOP);

    assertThat(recipes.names()).contains("shop", "deployment", "cronjob");
    assertThat(recipes.named("shop").orElseThrow().manner().fields())
        .containsExactly(JsonPointer.compile("/spec/open"));
    assertThat(recipes.without(List.of("job")).names()).doesNotContain("job").contains("shop");
  }

  @Test
  void aRecipeUnderANameOfTheProductsReplacesIt() {
    Recipes recipes = recipes(SHOP.replace("name: shop", "name: job"));

    assertThat(recipes.names()).hasSameSizeAs(Recipes.shipped().names());
    assertThat(recipes.named("job").orElseThrow().resource().kind()).isEqualTo("Shop");
  }

  @Test
  void everyFaultIsToldWithItsPlaceAndWhatWasExpected() {
    String wrong =
        SHOP.replace("/spec/open, to: false", "/status/open, to: [1]")
            .replace("plural: shops", "plurals: shops");

    assertThat(faults(wrong))
        .containsExactly(
            "shop.yaml:5:13: expected \"plural\": a kind's plural, for example cronjobs, found no \"plural\"",
            "shop.yaml:5:59: expected one of the keys group, kind, plural, version, found \"plurals\"; did you mean \"plural\"?",
            "shop.yaml:6:16: expected a field as a JSON Pointer under /spec or /metadata/annotations, for example /spec/suspend, found \"/status/open\"",
            "shop.yaml:6:34: expected the value that puts it to sleep, for example true or \"on\", found a list");
  }

  @Test
  void anAnnotationTakesTextsOnly() {
    assertThat(faults(SHOP.replace("/spec/open", "/metadata/annotations/open")))
        .singleElement()
        .asString()
        .contains("expected a text, for annotations are texts: \"false\"");
  }

  @Test
  void aRecipeSaysWhichOfItsKindStayUp() {
    Recipe shop =
        recipes(
                SHOP
                    + """
                      unless:
                        - {field: /spec/retention, is: Delete, because: data-lost}
                        - {field: /metadata/annotations/example.org~1held, isNot: ["no", "never"]}
                    """)
            .named("shop")
            .orElseThrow();

    assertThat(barred(shop, "spec: {retention: Delete}"))
        .contains(new Bar.Met(Ground.DATA_LOST, "spec.retention: Delete"));
    assertThat(barred(shop, "spec: {retention: Retain}")).isEmpty();
    assertThat(barred(shop, "metadata: {annotations: {example.org/held: by Ada}}"))
        .contains(new Bar.Met(Ground.RECIPE, "example.org/held: by Ada"));
    assertThat(barred(shop, "metadata: {annotations: {example.org/held: never}}")).isEmpty();
  }

  private static Optional<Bar.Met> barred(Recipe recipe, String object) {
    String yaml = "apiVersion: example.org/v1\nkind: Shop\n" + object;
    return Objects.managed(recipe, yaml).barred();
  }

  @Test
  void whatKeepsItUpIsReadAsStrictlyAsAllElse() {
    assertThat(faults(SHOP + "  unless: {field: /data/x, is: [], because: fear}\n"))
        .hasSize(3)
        .anyMatch(it -> it.contains("expected a field as a JSON Pointer under /spec, /status"))
        .anyMatch(it -> it.contains("found an empty list"))
        .anyMatch(it -> it.contains("expected what a sleep would do, data-lost or paused"));
  }

  @Test
  void aRecipeEitherCountsOrSets() {
    assertThat(faults(SHOP + "  count: {field: /spec/replicas}\n"))
        .singleElement()
        .asString()
        .contains("expected either \"count\" or \"set\", found both");
    assertThat(faults(SHOP.replace("  set: {field: /spec/open, to: false}\n", "")))
        .singleElement()
        .asString()
        .contains("expected either \"count\" or \"set\", found neither");
  }

  private static Recipes recipes(String yaml) {
    return switch (Recipes.shipped().with(List.of(input(yaml)))) {
      case Parsed.Valid<Recipes>(var recipes) -> recipes;
      case Parsed.Invalid<Recipes>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(String yaml) {
    return switch (Recipes.shipped().with(List.of(input(yaml)))) {
      case Parsed.Valid<Recipes> _ -> List.of();
      case Parsed.Invalid<Recipes>(var faults) -> faults.stream().map(Fault::toString).toList();
    };
  }

  private static Recipes.Input input(String yaml) {
    return new Recipes.Input("shop.yaml", yaml.getBytes(UTF_8));
  }
}
