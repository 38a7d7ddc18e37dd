package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.fleet.Labels;
import dev.feierabend.kubernetes.preflight.Hook.Address;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Webhooks that fail closed, are asked about what is changed in a night or made in the morning,
/// and are out, or would sleep with what they guard. One that sleeps could be woken by nobody: it
/// would have to allow that itself. Of one outside the cluster nobody here can see whether it
/// answers.
///
/// @param labels of each namespace
/// @param labelled what is there, asked for only where it matters; empty where that isn't known
record WebhookCheck(
    Sleeping sleeping,
    Map<String, Map<String, String>> labels,
    Recipes recipes,
    Supplier<Optional<Labelled>> labelled) {
  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  /// The services that must answer.
  Set<ServiceName> services(List<Hook> hooks) {
    return hooks.stream()
        .filter(this::matters)
        .flatMap(hook -> hook.service().stream())
        .collect(Collectors.toSet());
  }

  /// @param answering who answers for the services of which that could be read; of others nothing
  ///   is concluded, and that they can't be read is a trouble of its own
  List<Trouble> of(List<Hook> hooks, Map<ServiceName, Answering> answering) {
    return hooks.stream()
        .filter(this::matters)
        .flatMap(hook -> trouble(hook, answering).filter(_ -> concerns(hook)).stream())
        .toList();
  }

  private Optional<Trouble> trouble(Hook hook, Map<ServiceName, Answering> answering) {
    return switch (hook.place()) {
      case ServiceName service ->
          Optional.ofNullable(answering.get(service)).flatMap(who -> trouble(hook, service, who));
      case Address(var origin) ->
          Optional.of(Trouble.of(Kind.WEBHOOK_UNSEEN, hook.name(), origin, where(hook)));
    };
  }

  private Optional<Trouble> trouble(Hook hook, ServiceName name, Answering answering) {
    String service = name.toString();
    if (answering.ready() == 0) {
      return Optional.of(
          Trouble.of(Kind.WEBHOOK_OUT, hook.name(), service, where(hook)).keeping(chosen(hook)));
    }
    String home = name.namespace();
    if (sleeping.namespaces().contains(home)) {
      return Optional.of(
          Trouble.of(Kind.WEBHOOK_SLEEPS, hook.name(), service).keeping(Set.of(home)));
    }
    return onlyHost(answering)
        .map(node -> Trouble.of(Kind.WEBHOOK_ON_ONE_HOST, hook.name(), service, node));
  }

  private String where(Hook hook) {
    Set<String> refused = chosen(hook);
    return refused.isEmpty() ? "nodes" : String.join(", ", refused);
  }

  private Optional<String> onlyHost(Answering answering) {
    return answering.nodes().stream()
        .filter(_ -> answering.nodes().size() == 1)
        .filter(sleeping.nodes()::contains)
        .findFirst();
  }

  /// Without a look at what there is.
  private boolean matters(Hook hook) {
    return ofNodes(hook) || !refused(hook).isEmpty();
  }

  private boolean concerns(Hook hook) {
    return ofNodes(hook) || !chosen(hook).isEmpty();
  }

  private static boolean ofNodes(Hook hook) {
    return hook.hears("UPDATE", "", "nodes");
  }

  /// Those of them in which there is anything that it is asked about.
  private Set<String> chosen(Hook hook) {
    Set<String> refused = refused(hook);
    Optional<Labelled> there =
        hook.chooses() && !refused.isEmpty() ? labelled.get() : Optional.empty();
    return refused.stream()
        .filter(namespace -> there.map(it -> it.concerns(hook, namespace)).orElse(true))
        .collect(Collectors.toCollection(TreeSet::new));
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
