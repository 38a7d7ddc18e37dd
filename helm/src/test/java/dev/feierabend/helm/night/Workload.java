package dev.feierabend.helm.night;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A Deployment or StatefulSet of a town. `hours` is `office` for what sleeps at night.
public record Workload(
    String kind, String town, String name, int replicas, String cpu, String hours) {
  public static final String PHONE = "phone";

  /// 12 Deployments and 2 StatefulSets. By night four of them need 4.5 cores, by day all need 14.5:
  /// more than three hosts of four cores carry. Where `gate` stands most pods would have to move,
  /// so that its hosts are the ones to stay on.
  static final List<Workload> ALL =
      List.of(
          new Workload("Deployment", "ahausen", "web", 2, "500m", "office"),
          new Workload("Deployment", "ahausen", "mail", 2, "500m", "office"),
          new Workload("Deployment", "ahausen", "files", 3, "500m", "office"),
          new Workload("Deployment", "ahausen", "intranet", 1, "500m", "office"),
          new Workload("Deployment", "ahausen", "wiki", 2, "500m", "office"),
          new Workload("Deployment", "ahausen", "tickets", 2, "500m", "office"),
          new Workload("Deployment", "ahausen", PHONE, 2, "200m", "always"),
          new Workload("StatefulSet", "ahausen", "registry", 2, "500m", "office"),
          new Workload("Deployment", "bedorf", "school", 3, "500m", "office"),
          new Workload("Deployment", "bedorf", "library", 2, "500m", "office"),
          new Workload("Deployment", "bedorf", "timetable", 1, "500m", "office"),
          new Workload("Deployment", "bedorf", "gate", 9, "300m", "always"),
          new Workload("Deployment", "bedorf", "alarm", 1, "600m", "always"),
          new Workload("StatefulSet", "bedorf", "backup", 2, "400m", "always"));

  public boolean sleeps() {
    return hours.equals("office");
  }

  /// `deployments ahausen/web`, as the audit log names it.
  String resource() {
    return "%ss %s/%s".formatted(kind.toLowerCase(Locale.ROOT), town, name);
  }

  public HasMetadata object() {
    return switch (kind) {
      case "StatefulSet" ->
          new StatefulSetBuilder()
              .withNewMetadata()
              .withNamespace(town)
              .withName(name)
              .addToLabels("hours", hours)
              .endMetadata()
              .withNewSpec()
              .withServiceName(name)
              .withReplicas(replicas)
              .withSelector(selector())
              .withTemplate(template())
              .endSpec()
              .build();
      case String _ ->
          new DeploymentBuilder()
              .withNewMetadata()
              .withNamespace(town)
              .withName(name)
              .addToLabels("hours", hours)
              .endMetadata()
              .withNewSpec()
              .withReplicas(replicas)
              .withSelector(selector())
              .withTemplate(template())
              .endSpec()
              .build();
    };
  }

  private LabelSelector selector() {
    return new LabelSelectorBuilder().addToMatchLabels("app", name).build();
  }

  private PodTemplateSpec template() {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .addToLabels("app", name)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(name)
        .withImage("example.org/" + name)
        .withNewResources()
        .withRequests(Map.of("cpu", new Quantity(cpu), "memory", new Quantity("256Mi")))
        .endResources()
        .endContainer()
        .endSpec()
        .build();
  }
}
