package dev.feierabend.kubernetes.recipes;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// All kinds that are managed, by their names.
public record Recipes(SortedMap<String, Recipe> all) {
  /// The files beside this class.
  private static final List<String> FILES =
      List.of(
          "alertmanager",
          "cnpg-cluster",
          "cronjob",
          "daemonset",
          "deployment",
          "job",
          "kafka-bridge",
          "kafka-connect",
          "kafka-mirrormaker2",
          "postgresql",
          "prometheus",
          "replicaset",
          "rollout",
          "scaledjob",
          "scaledobject",
          "statefulset",
          "thanosruler");

  /// A document before it is read; `file` names it in its faults.
  @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
  public record Input(String file, byte[] bytes) {}

  public Recipes {
    all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
  }

  /// Without any of the operator's.
  public static Recipes shipped() {
    return new Recipes(byName(FILES.stream().map(Recipes::read).toList()));
  }

  /// With the operator's documents, each instead of one that is shipped under its name or beside
  /// them; or every fault in all of them.
  public Parsed<Recipes> with(List<Input> own) {
    var read = new ArrayList<Recipe>();
    var faults = new ArrayList<Fault>();
    for (Input input : own) {
      switch (RecipeParser.parse(input.file(), input.bytes())) {
        case Parsed.Valid<Recipe>(var recipe) -> read.add(recipe);
        case Parsed.Invalid<Recipe>(var found) -> faults.addAll(found);
      }
    }
    var together = new TreeMap<>(all);
    together.putAll(byName(read));
    return faults.isEmpty()
        ? new Parsed.Valid<>(new Recipes(together))
        : new Parsed.Invalid<>(faults);
  }

  /// Without those names.
  public Recipes without(Collection<String> names) {
    var others = new TreeMap<>(all);
    others.keySet().removeAll(names);
    return new Recipes(others);
  }

  public Optional<Recipe> named(String name) {
    return Optional.ofNullable(all.get(name));
  }

  public Set<String> names() {
    return all.keySet();
  }

  /// The recipe of a kind as another object refers to it.
  public Optional<Recipe> of(String apiVersion, String kind) {
    return all.values().stream()
        .filter(recipe -> recipe.resource().is(apiVersion, kind))
        .findFirst();
  }

  private static SortedMap<String, Recipe> byName(List<Recipe> recipes) {
    var byName = new TreeMap<String, Recipe>();
    recipes.forEach(recipe -> byName.put(recipe.name(), recipe));
    return byName;
  }

  private static Recipe read(String name) {
    String file = name + ".yaml";
    try (InputStream in = Objects.requireNonNull(Recipes.class.getResourceAsStream(file), file)) {
      return switch (RecipeParser.parse(file, in.readAllBytes())) {
        case Parsed.Valid<Recipe>(var recipe) -> recipe;
        case Parsed.Invalid<Recipe>(var faults) ->
            throw new IllegalStateException("A shipped recipe has faults: " + faults);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
