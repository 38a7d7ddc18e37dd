package dev.feierabend.helm.night;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// How many replicas of a Deployment served when the fewest did.
final class Lowest implements ResourceEventHandler<Deployment>, AutoCloseable {
  private final AtomicInteger replicas = new AtomicInteger(Integer.MAX_VALUE);
  private final SharedIndexInformer<Deployment> informer;

  Lowest(KubernetesClient client, String namespace, String name) {
    informer = client.apps().deployments().inNamespace(namespace).withName(name).inform(this);
  }

  int replicas() {
    return replicas.get();
  }

  @Override
  public void onAdd(Deployment now) {
    int ready =
        Optional.ofNullable(now.getStatus()).map(DeploymentStatus::getReadyReplicas).orElse(0);
    replicas.accumulateAndGet(ready, Math::min);
  }

  @Override
  public void onUpdate(Deployment before, Deployment now) {
    onAdd(now);
  }

  @Override
  public void onDelete(Deployment last, boolean unsure) {
    replicas.set(0);
  }

  @Override
  public void close() {
    informer.close();
  }
}
