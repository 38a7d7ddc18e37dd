package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.fleet.Budgets;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Bar;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.policies.fleet.Fleet;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at a cluster before an evening. It lists and asks, watches nothing and changes nothing;
/// what it was told of is forgotten with the answer.
public final class Preflight {
  private final KubernetesClient client;
  private final Recipes recipes;
  private final boolean customResources;
  private final Reading reading = new Reading();

  private Preflight(KubernetesClient client, Recipes recipes, boolean customResources) {
    this.client = client;
    this.recipes = recipes;
    this.customResources = customResources;
  }

  /// What would go wrong, the gravest first.
  ///
  /// @param customResources whether SchedulePolicies and ScheduleOverrides of that cluster are
  ///   taken
  /// @param fleet says what may sleep; without one only rights and budgets are looked at
  /// @param workloads those that are known by now; what sleeps among them must fit in again
  public static List<Trouble> look(
      KubernetesClient client,
      Recipes recipes,
      boolean customResources,
      Optional<Fleet> fleet,
      List<Workload> workloads) {
    return new Preflight(client, recipes, customResources).troubles(fleet, workloads);
  }

  /// Those in which something may sleep.
  public static Set<String> namespaces(Fleet fleet) {
    return Sleeping.namespaces(fleet);
  }

  private List<Trouble> troubles(Optional<Fleet> fleet, List<Workload> workloads) {
    List<Node> nodes = reading.all("nodes", client.nodes(), Stream::of);
    var sleeping = Sleeping.of(fleet, nodes, workloads);
    Set<String> definitions = definitions();
    List<PodDisruptionBudget> budgets = budgets();
    var guards = Budgets.of(budgets);
    var pods =
        reading.all(
            "pods", client.pods().inAnyNamespace(), pod -> Stream.of(PodSeen.of(pod, guards)));
    var images = pods.stream().flatMap(pod -> pod.images().stream()).toList();
    var overlaps = pods.stream().flatMap(pod -> pod.overlap().stream()).toList();
    var found =
        Stream.of(
                rights(definitions),
                new Webhooks(client, reading).troubles(sleeping, recipes, kinds(definitions)),
                BudgetCheck.of(budgets),
                BudgetCheck.overlaps(overlaps),
                quotas(sleeping),
                new ImageCheck(sleeping).of(images, missingSecrets()),
                volumes(sleeping),
                claims(sleeping, definitions),
                new AutoscalerCheck(sleeping).of(images, definitions, nodes),
                release())
            .flatMap(List::stream)
            .toList();
    return Stream.concat(found.stream(), reading.unread().stream())
        .sorted(Comparator.comparing((Trouble it) -> !it.kind().grave()))
        .toList();
  }

  private List<Trouble> rights(Set<String> definitions) {
    return new Rights(client)
            .missing(
                Right.all(recipes, kind -> isThere(kind, definitions), customResources).toList(),
                reading)
            .stream()
            .map(right -> Trouble.of(Kind.RIGHT, right.toString()))
            .toList();
  }

  private List<Recipe> kinds(Set<String> definitions) {
    return recipes.all().values().stream()
        .filter(recipe -> isThere(recipe.resource(), definitions))
        .toList();
  }

  private List<PodDisruptionBudget> budgets() {
    var all = client.policy().v1().podDisruptionBudget().inAnyNamespace();
    return reading.all("poddisruptionbudgets", all, Stream::of);
  }

  private List<Trouble> quotas(Sleeping sleeping) {
    List<ResourceQuota> all =
        reading.all("resourcequotas", client.resourceQuotas().inAnyNamespace(), Stream::of);
    var check = new QuotaCheck(sleeping);
    var sleepers = new Sleepers(client, recipes, reading);
    return check.of(all, sleepers.demands(check.sleepers(all)));
  }

  private List<Trouble> volumes(Sleeping sleeping) {
    var all = client.persistentVolumes();
    return new VolumeCheck(sleeping).of(reading.all("persistentvolumes", all, Stream::of));
  }

  private List<Trouble> release() {
    return reading.or("version", List.of(), () -> ReleaseCheck.of(client.getKubernetesVersion()));
  }

  private List<Trouble> claims(Sleeping sleeping, Set<String> definitions) {
    var check = new ClaimCheck(sleeping);
    return kinds(definitions).stream()
        .filter(recipe -> recipe.unless().stream().anyMatch(Bar::losesData))
        .flatMap(recipe -> claims(recipe, check).stream())
        .toList();
  }

  private List<Trouble> claims(Recipe recipe, ClaimCheck check) {
    return reading.all(
        recipe.resource().definition(),
        client.genericKubernetesResources(recipe.resource().context()).inAnyNamespace(),
        object -> check.of(Managed.of(recipe, object)).stream());
  }

  private static boolean isThere(ResourceKind kind, Set<String> definitions) {
    return kind.ofKubernetes() || definitions.contains(kind.definition());
  }

  private List<Event> missingSecrets() {
    return reading.all(
        "events",
        client.v1().events().inAnyNamespace().withField("reason", ImageCheck.SECRET_MISSING),
        Stream::of);
  }

  private Set<String> definitions() {
    return new HashSet<>(
        reading.all(
            "customresourcedefinitions",
            client.apiextensions().v1().customResourceDefinitions(),
            it -> Stream.of(it.getMetadata().getName())));
  }
}
