package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.preflight.Right;
import dev.feierabend.kubernetes.recipes.Recipes;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the handbook says of rights is what the chart asks for.
class RightsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "kubernetes-rights.md");

  @Test
  void thePageListsExactlyTheRightsOfTheRole() throws IOException {
    List<String> page = Files.readAllLines(PAGE);

    assertThat(page.stream().filter(line -> line.startsWith("| `")).map(RightsPageTest::firstThree))
        .containsExactlyElementsOf(
            role().getRules().stream()
                .map(rule ->
                    "| `%s` | %s | %s |"
                        .formatted(
                            String.join("`, `", rule.getResources()),
                            rule.getApiGroups().getFirst().isEmpty()
                                ? "core"
                                : rule.getApiGroups().getFirst(),
                            String.join(", ", rule.getVerbs())))
                .toList());
    assertThat(String.join("\n", page)).contains("%d rights".formatted(rights().count()));
  }

  @Test
  void theRoleSaysHowManyRightsItGives() throws IOException {
    assertThat(Files.readString(Chart.FOLDER.resolve("templates/clusterrole.yaml")))
        .contains("# %d rights".formatted(rights().count()));
  }

  @Test
  void thePreflightAsksForExactlyTheRightsOfTheRole() {
    assertThat(Right.all(Recipes.shipped(), _ -> true))
        .containsExactlyInAnyOrderElementsOf(
            role().getRules().stream().flatMap(RightsPageTest::rights).toList());
  }

  @Test
  void noRightIsAWildcard() {
    assertThat(rights()).noneMatch(right -> right.contains("*"));
  }

  private static String firstThree(String row) {
    return row.substring(0, row.lastIndexOf('|', row.length() - 2) + 1);
  }

  private static Stream<Right> rights(PolicyRule rule) {
    return rule.getResources().stream()
        .flatMap(resource ->
            rule.getVerbs().stream()
                .map(verb -> new Right(verb, rule.getApiGroups().getFirst(), resource)));
  }

  private static Stream<String> rights() {
    return role().getRules().stream()
        .flatMap(rule ->
            rule.getResources().stream()
                .flatMap(resource -> rule.getVerbs().stream().map(verb -> verb + " " + resource)));
  }

  private static ClusterRole role() {
    return Chart.the(ClusterRole.class, Chart.objects(Map.of()));
  }
}
