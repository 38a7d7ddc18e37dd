package dev.feierabend.kubernetes.preflight;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a pod asks for in all, and what it may use at most, as the API server adds it up: its
/// containers with its sidecars, or the greediest moment of its start, and its overhead.
///
/// @see <a href="https://github.com/kubernetes/component-helpers/blob/v0.36.3/resource/helpers.go">
///   PodRequests and PodLimits</a>
record PodAmounts(Amounts requests, Amounts limits) {
  static PodAmounts of(PodSpec pod) {
    Amounts overhead = Amounts.read(pod.getOverhead());
    Amounts requests = all(pod, PodAmounts::requests).or(whole(pod, PodAmounts::requests));
    Amounts limits = all(pod, PodAmounts::limits).or(whole(pod, PodAmounts::limits));
    return new PodAmounts(requests.plus(overhead), limits.plus(overhead.within(limits)));
  }

  static PodAmounts of(@Nullable ResourceRequirements one) {
    return new PodAmounts(
        Optional.ofNullable(one).map(PodAmounts::requests).orElse(Amounts.NONE),
        Optional.ofNullable(one).map(PodAmounts::limits).orElse(Amounts.NONE));
  }

  PodAmounts times(int pods) {
    return new PodAmounts(requests.times(pods), limits.times(pods));
  }

  private static Amounts all(PodSpec pod, Function<ResourceRequirements, Amounts> of) {
    Amounts sidecars = Amounts.NONE;
    Amounts starting = Amounts.NONE;
    for (Container init : named(pod.getInitContainers()).toList()) {
      Amounts its = of(init, of);
      starting = starting.larger(sidecars.plus(its));
      if ("Always".equals(init.getRestartPolicy())) {
        sidecars = sidecars.plus(its);
      }
    }
    return named(pod.getContainers())
        .map(container -> of(container, of))
        .reduce(sidecars, Amounts::plus)
        .larger(starting);
  }

  /// What the pod as a whole says counts instead of what its containers do.
  private static Amounts whole(PodSpec pod, Function<ResourceRequirements, Amounts> of) {
    return Optional.ofNullable(pod.getResources()).map(of).orElse(Amounts.NONE);
  }

  private static Amounts of(Container container, Function<ResourceRequirements, Amounts> of) {
    return Optional.ofNullable(container.getResources()).map(of).orElse(Amounts.NONE);
  }

  /// A limit is a request, too, where that isn't given.
  private static Amounts requests(ResourceRequirements resources) {
    return limits(resources).or(Amounts.read(resources.getRequests()));
  }

  private static Amounts limits(ResourceRequirements resources) {
    return Amounts.read(resources.getLimits());
  }

  private static Stream<Container> named(@Nullable List<Container> containers) {
    return Optional.ofNullable(containers).stream().flatMap(List::stream).filter(Objects::nonNull);
  }
}
