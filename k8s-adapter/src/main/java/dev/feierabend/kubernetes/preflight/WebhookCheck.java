package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.fleet.Labels;
import dev.feierabend.kubernetes.preflight.Hook.ServiceName;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Webhooks that fail closed, are asked about what is changed in a night or made in the morning,
/// and are out, or would sleep with what they guard. One that sleeps could be woken by nobody: it
/// would have to allow that itself.
///
/// @param labels of each namespace
record WebhookCheck(Sleeping sleeping, Map<String, Map<String, String>> labels, Recipes recipes) {
  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  /// The services that must answer.
  Set<ServiceName> services(List<Hook> hooks) {
    return hooks.stream().filter(this::matters).map(Hook::service).collect(Collectors.toSet());
  }

  /// @param answering who answers for the services of which that could be read; of others nothing
  ///   is concluded, and that they can't be read is a trouble of its own
  List<Trouble> of(List<Hook> hooks, Map<ServiceName, Answering> answering) {
    return hooks.stream()
        .filter(this::matters)
        .flatMap(hook ->
            Optional.ofNullable(answering.get(hook.service()))
                .flatMap(who -> trouble(hook, who))
                .stream())
        .toList();
  }

  private Optional<Trouble> trouble(Hook hook, Answering answering) {
    String service = hook.service().toString();
    if (answering.ready() == 0) {
      Set<String> refused = refused(hook);
      String where = refused.isEmpty() ? "nodes" : String.join(", ", refused);
      return Optional.of(
          Trouble.of(Kind.WEBHOOK_OUT, hook.name(), service, where).keeping(refused));
    }
    String home = hook.service().namespace();
    if (sleeping.namespaces().contains(home)) {
      return Optional.of(
          Trouble.of(Kind.WEBHOOK_SLEEPS, hook.name(), service).keeping(Set.of(home)));
    }
    return onlyHost(answering)
        .map(node -> Trouble.of(Kind.WEBHOOK_ON_ONE_HOST, hook.name(), service, node));
  }

  private Optional<String> onlyHost(Answering answering) {
    return answering.nodes().stream()
        .filter(_ -> answering.nodes().size() == 1)
        .filter(sleeping.nodes()::contains)
        .findFirst();
  }

  private boolean matters(Hook hook) {
    return hook.hears("UPDATE", "", "nodes") || !refused(hook).isEmpty();
  }

  /// The namespaces of customers in which it would be asked.
  private Set<String> refused(Hook hook) {
    boolean asked =
        hook.hears("CREATE", "", "pods")
            || recipes.all().values().stream().anyMatch(it -> patched(hook, it.resource()));
    return sleeping.namespaces().stream()
        .filter(namespace -> asked && Labels.match(hook.namespaces(), labels(namespace)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean patched(Hook hook, ResourceKind kind) {
    return hook.hears("UPDATE", kind.group(), kind.plural());
  }

  /// Every namespace is labelled with its name, also one that couldn't be read.
  private Map<String, String> labels(String namespace) {
    var known = new HashMap<>(labels.getOrDefault(namespace, Map.of()));
    known.putIfAbsent(NAMESPACE, namespace);
    return known;
  }
}
