package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.recipes.Recipes;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the handbook says of rights is what the chart asks for; and what the chart asks for follows
/// its recipes.
class RightsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "kubernetes-rights.md");
  private static final Set<String> VERBS = Set.of("get", "list", "watch", "patch");

  @Test
  void thePageListsExactlyTheRightsOfTheRole() throws IOException {
    List<String> page = Files.readAllLines(PAGE);

    assertThat(page.stream().filter(line -> line.startsWith("| `")).flatMap(RightsPageTest::row))
        .containsExactlyInAnyOrderElementsOf(rights(Map.of()));
    assertThat(String.join("\n", page)).contains("%d rights".formatted(rights(Map.of()).size()));
  }

  @Test
  void theRoleSaysHowManyRightsItGives() throws IOException {
    assertThat(Files.readString(Chart.FOLDER.resolve("templates/clusterrole.yaml")))
        .contains("# %d rights".formatted(rights(Map.of()).size()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thePreflightAsksForExactlyTheRightsOfTheRole(boolean customResources) {
    var asked =
        dev.feierabend.kubernetes.preflight.Right.all(
            Recipes.shipped(), _ -> true, customResources);

    assertThat(asked.map(Object::toString))
        .containsExactlyInAnyOrderElementsOf(
            rights(Map.of("customResources", customResources)).stream()
                .map(Right::toString)
                .toList());
  }

  @Test
  void noRightIsAWildcard() {
    assertThat(rights(Map.of())).noneMatch(right -> right.toString().contains("*"));
  }

  static Stream<String> shipped() {
    return Recipes.shipped().names().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aKindThatIsLeftAloneTakesItsRightsAlong(String recipe) {
    var less = rights(Map.of("recipes.without[0]", recipe));
    var kind = Recipes.shipped().named(recipe).orElseThrow().resource();

    assertThat(missing(less)).isEqualTo(on(kind.definition()));
  }

  @Test
  void aRecipeOfOnesOwnBringsTheRightsOnItsKind() {
    var more = rights(OwnRecipe.VALUES);
    var leftAlone = new HashMap<>(OwnRecipe.VALUES);
    leftAlone.put("recipes.without[0]", "shop");

    assertThat(missing(more)).isEmpty();
    more.removeAll(rights(Map.of()));
    assertThat(more).isEqualTo(on("shops.example.org"));
    assertThat(rights(leftAlone)).isEqualTo(rights(Map.of()));
  }

  @Test
  void aRecipeOfOnesOwnInsteadOfAShippedOneTakesItsPlaceInTheRoleToo() {
    String instead = OwnRecipe.SHOP.replace("name: shop\n", "name: prometheus\n");
    var other = rights(Map.of("recipes.own.shop", instead));

    assertThat(missing(other)).isEqualTo(on("prometheuses.monitoring.coreos.com"));
    assertThat(other).containsAll(on("shops.example.org"));
  }

  /// Of what the chart gives by itself.
  private static SortedSet<Right> missing(SortedSet<Right> rights) {
    var missing = new TreeSet<>(rights(Map.of()));
    missing.removeAll(rights);
    return missing;
  }

  private static SortedSet<Right> on(String resource) {
    return VERBS.stream()
        .map(verb -> new Right(verb, resource))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Of `` | `nodes`, `pods` | metrics.k8s.io | list | why | ``.
  private static Stream<Right> row(String line) {
    String[] cells = line.split("\\|");
    String group = cells[2].strip();
    return Stream.of(cells[1].replace("`", "").split(","))
        .flatMap(resource ->
            Stream.of(cells[3].split(","))
                .map(verb ->
                    Right.of(verb.strip(), resource.strip(), group.equals("core") ? "" : group)));
  }

  private static SortedSet<Right> rights(Map<String, Object> values) {
    return Right.given(List.of(Chart.the(ClusterRole.class, Chart.objects(values))));
  }
}
