package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.preflight.Hook.ServiceName;
import dev.feierabend.kubernetes.preflight.Labelled.Thing;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WebhookCheckTest {
  private static final String PODS = "{operations: [CREATE], apiGroups: [\"\"], resources: [pods]}";
  private static final ServiceName GUARD = new ServiceName("guards", "guard");
  private static final Map<ServiceName, Answering> NOBODY =
      Map.of(GUARD, new Answering(0, Set.of()));
  private static final Answering TWO_HOSTS = new Answering(2, Set.of("n1", "n2"));

  private static final ResourceKind DEPLOYMENT =
      new ResourceKind("apps", "v1", "Deployment", "deployments");

  private final WebhookCheck check = check(Optional::empty);

  @Test
  void oneThatNobodyAnswersKeepsOnWhereItWouldRefusePods() {
    assertThat(check.of(validating(PODS, "{}", "Fail"), NOBODY))
        .containsExactly(
            Trouble.of(Kind.WEBHOOK_OUT, "guard.example.org", "guards/guard", "office, school")
                .keeping(Set.of("office", "school")));
  }

  /// That they can't be read is a trouble of its own, which lifts no guard.
  @Test
  void whoseAnswerersCannotBeReadIsNotTakenToBeOut() {
    assertThat(check.of(validating(PODS, "{}", "Fail"), Map.of())).isEmpty();
  }

  @Test
  void itIsAskedOnlyWhereItsSelectorSaysSo() {
    assertThat(check.of(validating(PODS, "{matchLabels: {team: clerks}}", "Fail"), NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("office"));
    String byName =
        "{matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [school]}]}";
    assertThat(check.of(validating(PODS, byName, "Fail"), NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("school"));
    assertThat(check.of(validating(PODS, "{matchLabels: {team: none}}", "Fail"), NOBODY)).isEmpty();
  }

  @Test
  void oneThatFailsOpenOrIsAskedAboutSomethingElseIsNone() {
    String secrets = "{operations: [\"*\"], apiGroups: [\"\"], resources: [secrets]}";

    assertThat(check.of(validating(PODS, "{}", "Ignore"), NOBODY)).isEmpty();
    assertThat(check.of(validating(secrets, "{}", "Fail"), NOBODY)).isEmpty();
    assertThat(check.services(validating(secrets, "{}", "Fail"))).isEmpty();
  }

  @Test
  void whatIsPatchedInTheEveningIsAskedAboutToo() {
    String kinds = "{operations: [UPDATE], apiGroups: [apps], resources: [\"*\"]}";
    String nodes = "{operations: [\"*\"], apiGroups: [\"*\"], resources: [nodes]}";

    assertThat(check.of(validating(kinds, "{}", "Fail"), NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("office", "school"));
    assertThat(check.of(validating(nodes, "{}", "Fail"), NOBODY))
        .containsExactly(
            Trouble.of(Kind.WEBHOOK_OUT, "guard.example.org", "guards/guard", "nodes"));
  }

  /// Its path is nobody's business here.
  @Test
  void oneAtAnAddressIsToldAsUnseenWhereItWouldBeAskedAndKeepsNothingOn() {
    assertThat(check.of(elsewhere(PODS, "{matchLabels: {team: clerks}}", "Fail"), Map.of()))
        .containsExactly(
            Trouble.of(
                Kind.WEBHOOK_UNSEEN, "far.example.org", "https://example.org:8443", "office"));
    assertThat(check.services(elsewhere(PODS, "{}", "Fail"))).isEmpty();
    assertThat(check.of(elsewhere(PODS, "{}", "Ignore"), Map.of())).isEmpty();
    assertThat(check.of(elsewhere(PODS, "{matchLabels: {team: none}}", "Fail"), Map.of()))
        .isEmpty();
  }

  private static List<Hook> elsewhere(String rule, String namespaces, String policy) {
    return Hook.of(
            Planted.object(
                ValidatingWebhookConfiguration.class,
                """
                webhooks:
                  - name: far.example.org
                    failurePolicy: %s
                    clientConfig: {url: "https://example.org:8443/token"}
                    namespaceSelector: %s
                    rules: [%s]
                """
                    .formatted(policy, namespaces, rule)))
        .toList();
  }

  @Test
  void oneThatWouldSleepItselfKeepsItsOwnNamespaceOn() {
    var inOffice = mutating("office");

    assertThat(check.of(inOffice, Map.of(new ServiceName("office", "guard"), TWO_HOSTS)))
        .containsExactly(
            Trouble.of(Kind.WEBHOOK_SLEEPS, "guard.example.org", "office/guard")
                .keeping(Set.of("office")));
  }

  @Test
  void oneThatAnswersOnASingleHostThatMaySleepIsToldAndKeepsNothingOn() {
    var hooks = validating(PODS, "{}", "Fail");

    assertThat(check.of(hooks, Map.of(GUARD, new Answering(2, Set.of("n2")))))
        .containsExactly(
            Trouble.of(Kind.WEBHOOK_ON_ONE_HOST, "guard.example.org", "guards/guard", "n2"));
    assertThat(check.of(hooks, Map.of(GUARD, TWO_HOSTS))).isEmpty();
    assertThat(check.of(hooks, Map.of(GUARD, new Answering(1, Set.of("always-on"))))).isEmpty();
  }

  @Test
  void readyIsWhateverDoesNotSayOtherwise() {
    var slice =
        Planted.object(
            EndpointSlice.class,
            """
            addressType: IPv4
            endpoints:
              - {addresses: [10.0.0.1], nodeName: n1, conditions: {ready: false}}
              - {addresses: [10.0.0.2], nodeName: n2, conditions: {ready: true}}
              - {addresses: [10.0.0.3]}
            """);

    assertThat(Answering.of(List.of(slice))).isEqualTo(new Answering(2, Set.of("n2")));
  }

  /// A webhook that chooses its objects, as meshes' injectors do.
  @Test
  void itKeepsOnOnlyWhereThereIsWhatItChooses() {
    var narrow = choosing(PODS, "{matchLabels: {mesh: inject}}");
    var there = check(() -> labelled(Thing.pods(Map.of("mesh", "inject"))));
    var elsewhere =
        check(() ->
            labelled(
                Thing.pods(Map.of("app", "mail")),
                Thing.object(DEPLOYMENT, Map.of("mesh", "inject"))));

    assertThat(there.of(narrow, NOBODY))
        .containsExactly(
            Trouble.of(Kind.WEBHOOK_OUT, "guard.example.org", "guards/guard", "office")
                .keeping(Set.of("office")));
    assertThat(elsewhere.of(narrow, NOBODY)).isEmpty();
    assertThat(elsewhere.of(narrow, Map.of(GUARD, new Answering(1, Set.of("n1"))))).isEmpty();
    assertThat(
            elsewhere.of(
                choosing(PODS, "{matchExpressions: [{key: mesh, operator: DoesNotExist}]}"),
                NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("office"));
  }

  @Test
  void whatIsPatchedIsChosenByItsOwnLabelsAndNodesAreNobodysChoice() {
    var mesh = "{matchLabels: {mesh: inject}}";
    var kinds =
        choosing("{operations: [UPDATE], apiGroups: [apps], resources: [deployments]}", mesh);
    var nodes = choosing("{operations: [UPDATE], apiGroups: [\"\"], resources: [nodes]}", mesh);
    var labelled = check(() -> labelled(Thing.object(DEPLOYMENT, Map.of("mesh", "inject"))));
    var pods = check(() -> labelled(Thing.pods(Map.of("mesh", "inject"))));

    assertThat(labelled.of(kinds, NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("office"));
    assertThat(pods.of(kinds, NOBODY)).isEmpty();
    assertThat(pods.of(nodes, NOBODY)).extracting(Trouble::kind).containsExactly(Kind.WEBHOOK_OUT);
  }

  /// Pods that an operator makes as it likes, and what can't be read.
  @Test
  void whereNobodyKnowsWhatItChoosesAllIsKeptOn() {
    var narrow = choosing(PODS, "{matchLabels: {mesh: inject}}");

    assertThat(check(() -> labelled(Thing.anyPods())).of(narrow, NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("office"));
    assertThat(check.of(narrow, NOBODY))
        .extracting(Trouble::keepsOn)
        .containsExactly(Set.of("office", "school"));
  }

  @Test
  void whatIsThereIsLookedAtOnlyForOneThatChoosesAndWouldBeTold() {
    var unasked =
        check(() -> {
          throw new AssertionError("asked");
        });

    assertThat(unasked.of(validating(PODS, "{}", "Fail"), NOBODY)).hasSize(1);
    assertThat(
            unasked.of(choosing(PODS, "{matchLabels: {mesh: inject}}"), Map.of(GUARD, TWO_HOSTS)))
        .isEmpty();
  }

  private static WebhookCheck check(Supplier<Optional<Labelled>> labelled) {
    return new WebhookCheck(
        Planted.town(), Map.of("office", Map.of("team", "clerks")), Recipes.shipped(), labelled);
  }

  private static Optional<Labelled> labelled(Thing... inOffice) {
    return Optional.of(new Labelled(Map.of("office", Set.of(inOffice))));
  }

  private static List<Hook> choosing(String rule, String objects) {
    return Hook.of(
            Planted.object(
                MutatingWebhookConfiguration.class,
                """
                webhooks:
                  - name: guard.example.org
                    clientConfig: {service: {namespace: guards, name: guard}}
                    objectSelector: %s
                    rules: [%s]
                """
                    .formatted(objects, rule)))
        .toList();
  }

  private static List<Hook> validating(String rule, String namespaces, String policy) {
    return Hook.of(
            Planted.object(
                ValidatingWebhookConfiguration.class,
                """
                webhooks:
                  - name: guard.example.org
                    failurePolicy: %s
                    clientConfig: {service: {namespace: guards, name: guard}}
                    namespaceSelector: %s
                    rules: [%s]
                """
                    .formatted(policy, namespaces, rule)))
        .toList();
  }

  private static List<Hook> mutating(String home) {
    return Hook.of(
            Planted.object(
                MutatingWebhookConfiguration.class,
                """
                webhooks:
                  - name: guard.example.org
                    clientConfig: {service: {namespace: %s, name: guard}}
                    rules: [%s]
                """
                    .formatted(home, PODS)))
        .toList();
  }
}
