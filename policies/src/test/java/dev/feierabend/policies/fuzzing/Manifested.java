package dev.feierabend.policies.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.imports.Imported;
import dev.feierabend.policies.imports.Input;
import dev.feierabend.policies.imports.LeftOutText;
import dev.feierabend.policies.imports.Owners;
import dev.feierabend.policies.imports.Scheduler;
import dev.feierabend.policies.imports.Settings;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Manifests of any bytes: faults, or policies that our own parser accepts.
final class Manifested {
  private static final Settings SETTINGS =
      new Settings(
          new Owners.Stated(new TenantId("ahausen"), Set.of(new PoolId("office"))),
          Optional.empty(),
          Locale.GERMAN);

  private Manifested() {}

  static void carriedOverOrFaulty(Scheduler scheduler, byte[] bytes) {
    Fuzzed.answered(() -> {
      var parsed = scheduler.policies(List.of(new Input("all.yaml", bytes)), SETTINGS);
      if (parsed instanceof Parsed.Valid<Imported>(var imported)) {
        imported.policies().forEach(Manifested::good);
        imported.leftOut().forEach(left -> LeftOutText.line(left, Locale.ENGLISH));
      }
      return parsed;
    });
  }

  private static void good(Imported.Policy policy) {
    byte[] document = policy.document().getBytes(StandardCharsets.UTF_8);
    assertThat(SchedulePolicyParser.parse(policy.name(), document))
        .as(policy.document())
        .isInstanceOf(Parsed.Valid.class);
  }
}
