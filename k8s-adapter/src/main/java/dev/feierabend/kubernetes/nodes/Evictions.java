package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.client.Asking;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Asks for evictions through the API that keeps every disruption budget.
final class Evictions {
  private static final int TOO_MANY_REQUESTS = 429;

  /// The server's word for a pod that it evicts for nobody, under which it gives no other reason.
  private static final String OVERLAP = "more than one PodDisruptionBudget";

  private final KubernetesClient client;
  private final Waits waits;

  Evictions(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.waits = new Waits(clock);
  }

  /// Asks for this very pod to go, not for a successor of the same name. One that was refused a
  /// moment ago isn't asked for. A budget that allows no disruption now, and a pod that is gone
  /// already, are nothing to report; that several budgets guard it is, since no waiting ends that.
  Answer evict(Pod pod) {
    if (!waits.due(pod)) {
      return Answer.DONE;
    }
    String what = "eviction of " + NodePods.name(pod);
    try {
      ask(pod);
      waits.over(pod);
      return Answer.DONE;
    } catch (KubernetesClientException failure) {
      return refused(pod, what, failure);
    }
  }

  private Answer refused(Pod pod, String what, KubernetesClientException failure) {
    String because = because(failure);
    boolean forGood = because.contains(OVERLAP);
    boolean forNow = failure.getCode() == TOO_MANY_REQUESTS;
    if (forGood || forNow) {
      waits.refused(pod, because);
    }
    if (forGood) {
      return new Answer.Refused("%s: %s".formatted(what, because));
    }
    return forNow ? Answer.DONE : answer(what, failure);
  }

  /// How long a pod has waited for its eviction and for which budget.
  Optional<String> waiting(Pod pod) {
    return waits.said(pod);
  }

  /// Not by the client's own method, which keeps to itself which budget refuses.
  private void ask(Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    String name = pod.getMetadata().getName();
    client.raw(
        "/api/v1/namespaces/%s/pods/%s/eviction".formatted(namespace, name),
        "POST",
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
            .build());
  }

  /// `The disruption budget mail needs 2 healthy pods and has 2 currently`, or whatever else the
  /// server gives as its reason.
  private static String because(KubernetesClientException failure) {
    Optional<Status> status = Optional.ofNullable(failure.getStatus());
    String causes =
        status.map(Status::getDetails).map(StatusDetails::getCauses).orElse(List.of()).stream()
            .map(StatusCause::getMessage)
            .collect(Collectors.joining("; "));
    return causes.isEmpty()
        ? status.map(Status::getMessage).orElse("the API server has too much to do")
        : causes;
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
