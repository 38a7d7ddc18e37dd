package dev.feierabend.policies.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.imports.Owners.Stated;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Manifests for tests, and what comes of them in the pool `office`.
final class Manifested {
  static final Settings SETTINGS =
      new Settings(
          new Stated(new TenantId("ahausen"), Set.of(new PoolId("office"))),
          Optional.empty(),
          Locale.ENGLISH);

  private Manifested() {}

  static String sleepInfo(String name, String... lines) {
    return """
    apiVersion: kube-green.com/v1alpha1
    kind: SleepInfo
    metadata: {name: %s, namespace: shop}
    spec:
      %s
    """
        .formatted(name, String.join("\n  ", lines));
  }

  static String workload(String kind, String name, String labels, String... annotations) {
    return """
    apiVersion: apps/v1
    kind: %s
    metadata:
      name: %s
      namespace: shop
      labels: {%s}
      annotations: {%s}
    spec: {replicas: 2}
    """
        .formatted(kind, name, labels, String.join(", ", annotations));
  }

  static String namespace(String... annotations) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: shop, annotations: {%s}}
    """
        .formatted(String.join(", ", annotations));
  }

  static Imported imported(Scheduler scheduler, String... manifests) {
    return imported(scheduler, SETTINGS, manifests);
  }

  static Imported imported(Scheduler scheduler, Settings settings, String... manifests) {
    Parsed<Imported> parsed = parsed(scheduler, settings, String.join("---\n", manifests));
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    return ((Parsed.Valid<Imported>) parsed).value();
  }

  static Settings inZone(String zone) {
    return new Settings(SETTINGS.owners(), Optional.of(ZoneId.of(zone)), Locale.ENGLISH);
  }

  static List<String> faults(Scheduler scheduler, String text) {
    return parsed(scheduler, SETTINGS, text) instanceof Parsed.Invalid<Imported>(var faults)
        ? faults.stream().map(Fault::toString).toList()
        : List.of();
  }

  private static Parsed<Imported> parsed(Scheduler scheduler, Settings settings, String text) {
    var input = new Input("all.yaml", text.getBytes(StandardCharsets.UTF_8));
    return scheduler.policies(List.of(input), settings);
  }

  static List<Reason> reasons(Imported imported) {
    return imported.leftOut().stream().map(LeftOut::reason).toList();
  }
}
