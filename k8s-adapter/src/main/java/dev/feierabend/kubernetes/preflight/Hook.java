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

/// An admission webhook that fails closed and is asked at a service of the cluster: where nobody
/// answers there, the API server refuses.
///
/// @param namespaces whose objects it is asked about
record Hook(
    String name, ServiceName service, LabelSelector namespaces, List<RuleWithOperations> rules) {
  /// A service by namespace and name.
  record ServiceName(String namespace, String name) {
    @Override
    public String toString() {
      return namespace + "/" + name;
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
        .map(service ->
            new Hook(it.getName(), service, any(it.getNamespaceSelector()), given(it.getRules())));
  }

  private static Optional<Hook> of(MutatingWebhook it) {
    return closed(it.getFailurePolicy(), it.getClientConfig())
        .map(service ->
            new Hook(it.getName(), service, any(it.getNamespaceSelector()), given(it.getRules())));
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

  private static Optional<ServiceName> closed(String policy, WebhookClientConfig config) {
    return Optional.ofNullable(config)
        .map(WebhookClientConfig::getService)
        .filter(_ -> !"Ignore".equals(policy))
        .map(service -> new ServiceName(service.getNamespace(), service.getName()));
  }

  private static LabelSelector any(LabelSelector selector) {
    return Optional.ofNullable(selector).orElseGet(LabelSelector::new);
  }

  private static <T> List<T> given(List<T> list) {
    return Optional.ofNullable(list).orElse(List.of());
  }
}
