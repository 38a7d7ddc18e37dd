package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The recipes that the configuration names, beside those that come with the product.
public final class RecipeSettings {
  private RecipeSettings() {}

  /// @param without names of those that are left out
  /// @throws Outage with every fault in all of them
  public static Recipes read(List<Path> files, List<String> without) {
    return switch (Recipes.shipped().with(files.stream().map(RecipeSettings::input).toList())) {
      case Parsed.Valid<Recipes>(var recipes) -> less(recipes, without);
      case Parsed.Invalid<Recipes>(var faults) ->
          throw new Outage(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }

  private static Recipes less(Recipes recipes, List<String> without) {
    for (String name : without) {
      if (recipes.named(name).isEmpty()) {
        throw new Outage(
            "Expected the names of recipes at feierabend.without-recipes, of %s, but found \"%s\""
                .formatted(String.join(", ", recipes.names()), name));
      }
    }
    return recipes.without(without);
  }

  private static Recipes.Input input(Path file) {
    try {
      return new Recipes.Input(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Outage(
          "Expected the recipes at feierabend.recipes but %s cannot be read".formatted(file), e);
    }
  }
}
