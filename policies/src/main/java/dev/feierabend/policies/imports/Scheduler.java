package dev.feierabend.policies.imports;

import dev.feierabend.policies.language.Parsed;
import java.util.List;
import java.util.Locale;

/// A scheduler whose manifests we read, and the kind that matters to it besides workloads.
public enum Scheduler {
  KUBE_GREEN("SleepInfo"),
  KUBE_DOWNSCALER("Namespace");

  private final String kind;

  Scheduler(String kind) {
    this.kind = kind;
  }

  /// Its name as people type it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean reads(String kind) {
    return kind.equals(this.kind) || kind.equals("Deployment") || kind.equals("StatefulSet");
  }

  /// The policies that `inputs` come to, or every fault in them.
  public Parsed<Imported> policies(List<Input> inputs, Settings settings) {
    return switch (Manifests.of(inputs, this)) {
      case Parsed.Invalid<List<Resource>>(var faults) -> new Parsed.Invalid<>(faults);
      case Parsed.Valid<List<Resource>>(var resources) ->
          new Parsed.Valid<>(imported(resources, settings));
    };
  }

  private Imported imported(List<Resource> resources, Settings settings) {
    var carried = new Carried(this, settings);
    resources.stream().filter(resource -> !resource.known()).forEach(carried::otherKind);
    var workloads = new Labelled(resources);
    switch (this) {
      case KUBE_GREEN -> new KubeGreen(resources, workloads, carried).carry();
      case KUBE_DOWNSCALER -> new KubeDownscaler(resources, workloads, carried).carry();
    }
    return carried.imported();
  }
}
