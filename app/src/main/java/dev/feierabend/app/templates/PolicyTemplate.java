package dev.feierabend.app.templates;

import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// A policy of an example tenant, kept as a file that is valid as it stands. Its first line says in
/// English what it is for, its second in German.
public record PolicyTemplate(String name, String document) {
  /// The names of all templates, as they are listed.
  public static final List<String> NAMES =
      List.of(
          "town-hall",
          "school",
          "library",
          "utility-night-batch",
          "test-and-staging",
          "nightly-backup");

  private static final String TENANT = "tenant: example-tenant";
  private static final String POOLS = "pools: [example-pool]";
  private static final String LAND = "land: BY";

  /// @param name one of `NAMES`
  public static PolicyTemplate named(String name) {
    String file = name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(PolicyTemplate.class.getResourceAsStream(file), file)) {
      return new PolicyTemplate(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it is for.
  public String purpose(Locale locale) {
    return document
        .lines()
        .skip(locale.getLanguage().equals("de") ? 1 : 0)
        .findFirst()
        .orElseThrow()
        .substring(2);
  }

  /// The same for somebody: their policy's name, tenant, pools and Land.
  public String of(String policy, TenantId tenant, SortedSet<PoolId> pools, Land land) {
    String ids = pools.stream().map(PolicyTemplate::quoted).collect(Collectors.joining(", "));
    return document
        .replace("name: " + name, "name: " + quoted(Words.NAME.parse().apply(policy)))
        .replace(TENANT, "tenant: " + quoted(tenant))
        .replace(POOLS, "pools: [" + ids + "]")
        .replace(LAND, "land: " + land);
  }

  private static String quoted(Object word) {
    return "\"" + word + "\"";
  }
}
