package dev.feierabend.kubernetes.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Bar;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/// What an object scales has its say, too, before it is scaled to fewer.
record Governed(KubernetesClient client, Recipes recipes) {
  private static final String APPS = "apps/v1";
  private static final String DEPLOYMENT = "Deployment";

  /// The same change, unless it would take along what nobody puts to sleep.
  Change sparing(Managed now, Change change) {
    return switch (change) {
      case Change.Write _ ->
          barred(now)
              .<Change>map(met ->
                  new Change.Leave(
                      "%s %s/%s is left as it is, for what it scales: %s"
                          .formatted(
                              now.recipe().name(),
                              now.metadata().getNamespace(),
                              now.metadata().getName(),
                              met.because())))
              .orElse(change);
      case Change.Nothing _, Change.Leave _ -> change;
    };
  }

  private Optional<Bar.Met> barred(Managed now) {
    return now.recipe()
        .target()
        .flatMap(now::at)
        .flatMap(it -> target(it, now))
        .flatMap(Managed::barred);
  }

  private Optional<Managed> target(JsonNode reference, Managed from) {
    String apiVersion = reference.path("apiVersion").asText(APPS);
    return recipes
        .of(apiVersion, reference.path("kind").asText(DEPLOYMENT))
        .filter(recipe -> !recipe.unless().isEmpty())
        .flatMap(recipe -> read(recipe, from.metadata().getNamespace(), reference));
  }

  private Optional<Managed> read(Recipe recipe, String namespace, JsonNode reference) {
    return Optional.ofNullable(
            client
                .genericKubernetesResources(recipe.resource().context())
                .inNamespace(namespace)
                .withName(reference.path("name").asText())
                .get())
        .map(object -> Managed.of(recipe, object));
  }
}
