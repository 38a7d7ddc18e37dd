package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import dev.feierabend.kubernetes.workloads.WorkloadName.Kind;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.Optional;

/// What Deployments and StatefulSets have in common.
record Scalable(
    ObjectMeta metadata,
    Kind kind,
    Replicas replicas,
    LabelSelector selector,
    PodTemplateSpec template) {

  /// `wanted` by the spec, of which `ready` serve.
  record Replicas(int wanted, int ready) {
    static Replicas of(Optional<Integer> wanted, Optional<Integer> ready) {
      return new Replicas(wanted.orElse(1), ready.orElse(0));
    }
  }

  static Scalable of(Deployment deployment) {
    var spec = deployment.getSpec();
    return new Scalable(
        deployment.getMetadata(),
        Kind.DEPLOYMENT,
        Replicas.of(
            Optional.ofNullable(spec.getReplicas()),
            Optional.ofNullable(deployment.getStatus()).map(DeploymentStatus::getReadyReplicas)),
        spec.getSelector(),
        spec.getTemplate());
  }

  static Scalable of(StatefulSet set) {
    var spec = set.getSpec();
    return new Scalable(
        set.getMetadata(),
        Kind.STATEFULSET,
        Replicas.of(
            Optional.ofNullable(spec.getReplicas()),
            Optional.ofNullable(set.getStatus()).map(StatefulSetStatus::getReadyReplicas)),
        spec.getSelector(),
        spec.getTemplate());
  }

  WorkloadName name() {
    return new WorkloadName(kind, metadata.getNamespace(), metadata.getName());
  }

  /// Whether `pod`, of the same namespace, is one of its replicas.
  boolean has(Pod pod) {
    String owner =
        switch (kind) {
          case DEPLOYMENT -> "ReplicaSet";
          case STATEFULSET -> "StatefulSet";
        };
    return Eviction.controller(pod).filter(it -> it.getKind().equals(owner)).isPresent()
        && Labels.match(selector, Labels.of(pod));
  }
}
