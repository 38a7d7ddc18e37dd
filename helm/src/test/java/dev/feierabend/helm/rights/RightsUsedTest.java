package dev.feierabend.helm.rights;

import static org.awaitility.Awaitility.await;

import dev.feierabend.helm.Chart;
import dev.feierabend.helm.ChartAccount;
import dev.feierabend.helm.OwnRecipe;
import dev.feierabend.helm.Right;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.language.Parsed;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The chart's rights are those that the service uses, by the audit log of a real API server.
class RightsUsedTest {
  /// One for each room that asks an API server for anything.
  private static final List<Exercise> ROOMS =
      List.of(
          new Kinds(),
          new Nodes(),
          new Leading(),
          new Loads(),
          new Documents(),
          new Happenings(),
          new Evenings());

  private static final List<String> LEFT_ALONE = List.of("job", "daemonset", "scaledobject");

  private static Town town;

  @BeforeAll
  static void start() {
    town = new Town(recipes());
  }

  @AfterAll
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void everyRightIsUsedAndNothingElseIsAskedFor() {
    exercised(OwnRecipe.VALUES, recipes());
  }

  @Test
  void aKindThatIsLeftAloneNeedsNoRights() {
    var values = new HashMap<>(OwnRecipe.VALUES);
    for (int i = 0; i < LEFT_ALONE.size(); i++) {
      values.put("recipes.without[%d]".formatted(i), LEFT_ALONE.get(i));
    }

    exercised(values, recipes().without(LEFT_ALONE));
  }

  private static void exercised(Map<String, Object> values, Recipes recipes) {
    var all = new HashMap<>(values);
    all.putAll(ChartAccount.ONE_OF_SEVERAL);
    List<HasMetadata> objects = Chart.objects(all);
    var kubeconfig = ChartAccount.kubeconfig(town.plane, town.admin, objects);
    try (var stage = new Stage(town, kubeconfig, recipes)) {
      ROOMS.forEach(room -> room.on(stage));
      await().atMost(Stage.PATIENCE).untilAsserted(() -> stage.expectUsed(Right.given(objects)));
    }
  }

  private static Recipes recipes() {
    var own = new Recipes.Input("shop.yaml", OwnRecipe.SHOP.getBytes(StandardCharsets.UTF_8));
    return switch (Recipes.shipped().with(List.of(own))) {
      case Parsed.Valid(var recipes) -> recipes;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
