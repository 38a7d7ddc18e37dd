package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.client.Asking;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/// Asks for evictions through the API that keeps every disruption budget.
final class Evictions {
  private final KubernetesClient client;

  Evictions(KubernetesClient client) {
    this.client = client;
  }

  /// Asks for this very pod to go, not for a successor of the same name. A budget that allows no
  /// disruption now, and a pod that is gone already, are nothing to report.
  Answer evict(Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    String name = pod.getMetadata().getName();
    var eviction =
        new EvictionBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .withDeleteOptions(
                new DeleteOptionsBuilder()
                    .withNewPreconditions()
                    .withUid(pod.getMetadata().getUid())
                    .endPreconditions()
                    .build())
            .build();
    try {
      client.pods().inNamespace(namespace).withName(name).evict(eviction);
      return Answer.DONE;
    } catch (KubernetesClientException failure) {
      return answer("eviction of %s/%s".formatted(namespace, name), failure);
    }
  }

  private static Answer answer(String what, KubernetesClientException failure) {
    int code = failure.getCode();
    if (code == 0) {
      throw failure;
    }
    boolean gone = code == HttpURLConnection.HTTP_NOT_FOUND;
    boolean anotherByNow = code == HttpURLConnection.HTTP_CONFLICT;
    return gone || anotherByNow ? Answer.DONE : Asking.failed(what, failure);
  }
}
