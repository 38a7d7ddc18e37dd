package dev.feierabend.kubernetes.preflight;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An admission webhook that fails closed: where nobody answers at its place, the API server
/// refuses.
///
/// @param namespaces whose objects it is asked about
/// @param objects which of them
record Hook(
    String name,
    Place place,
    LabelSelector namespaces,
    LabelSelector objects,
    List<RuleWithOperations> rules) {
  /// Where it is asked.
  sealed interface Place {}

  /// A service of the cluster by namespace and name.
  record ServiceName(String namespace, String name) implements Place {
    @Override
    public String toString() {
      return namespace + "/" + name;
    }
  }

  /// An address as the API server calls it, which may be another one from here.
  ///
  /// @param origin without the path, which may tell more than others shall read
  record Address(String origin) implements Place {
    static Address of(String url) {
      return new Address(url.replaceFirst("^([a-z]+://[^/?#]*).*$", "$1"));
    }
  }

  Hook {
    rules = List.copyOf(rules);
  }

  static Stream<Hook> of(ValidatingWebhookConfiguration configuration) {
    return given(configuration.getWebhooks()).stream().flatMap(hook -> of(hook).stream());
  }

  static Stream<Hook> of(MutatingWebhookConfiguration configuration) {
    return given(configuration.getWebhooks()).stream().flatMap(hook -> of(hook).stream());
  }

  private static Optional<Hook> of(ValidatingWebhook it) {
    return closed(it.getFailurePolicy(), it.getClientConfig())
        .map(place ->
            at(
                place,
                it.getName(),
                it.getNamespaceSelector(),
                it.getObjectSelector(),
                it.getRules()));
  }

  private static Optional<Hook> of(MutatingWebhook it) {
    return closed(it.getFailurePolicy(), it.getClientConfig())
        .map(place ->
            at(
                place,
                it.getName(),
                it.getNamespaceSelector(),
                it.getObjectSelector(),
                it.getRules()));
  }

  /// Who names no selector means all.
  private static Hook at(
      Place place,
      String name,
      LabelSelector namespaces,
      LabelSelector objects,
      List<RuleWithOperations> rules) {
    return new Hook(name, place, any(namespaces), any(objects), given(rules));
  }

  /// True where it isn't asked about every object.
  boolean chooses() {
    return !given(objects.getMatchExpressions()).isEmpty()
        || Optional.ofNullable(objects.getMatchLabels()).filter(it -> !it.isEmpty()).isPresent();
  }

  /// True where it is asked whenever `operation` is done to that resource.
  boolean hears(String operation, String group, String resource) {
    return rules.stream()
        .anyMatch(rule ->
            names(rule.getOperations(), operation)
                && names(rule.getApiGroups(), group)
                && (names(rule.getResources(), resource)
                    || given(rule.getResources()).contains("*/*")));
  }

  private static boolean names(List<String> words, String word) {
    return given(words).contains(word) || given(words).contains("*");
  }

  /// The service of this place, where it is one.
  Optional<ServiceName> service() {
    return switch (place) {
      case ServiceName name -> Optional.of(name);
      case Address _ -> Optional.empty();
    };
  }

  private static Optional<Place> closed(String policy, WebhookClientConfig config) {
    return Optional.ofNullable(config).filter(_ -> !"Ignore".equals(policy)).flatMap(Hook::place);
  }

  private static Optional<Place> place(WebhookClientConfig config) {
    return Optional.ofNullable(config.getService())
        .<Place>map(service -> new ServiceName(service.getNamespace(), service.getName()))
        .or(() -> Optional.ofNullable(config.getUrl()).map(Address::of));
  }

  private static LabelSelector any(LabelSelector selector) {
    return Optional.ofNullable(selector).orElseGet(LabelSelector::new);
  }

  private static <T> List<T> given(List<T> list) {
    return Optional.ofNullable(list).orElse(List.of());
  }
}
