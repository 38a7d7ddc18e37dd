package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A workload of two pods with half a core and a gibibyte each sleeps in `office`, one is awake.
class QuotaCheckTest {
  private static final WorkloadName MAIL = new WorkloadName("deployment", "office", "mail");
  private static final Map<WorkloadName, Demand> MAILS =
      Map.of(
          MAIL,
          Demand.of(
              pod(
                  """
                  priorityClassName: high,
                  containers: [{name: a, resources: {
                    requests: {cpu: 500m, memory: 1Gi, ephemeral-storage: 1Gi, hugepages-2Mi: 2Mi},
                    limits: {cpu: 750m, memory: 2Gi, ephemeral-storage: 1Gi, nvidia.com/gpu: 1}}}]\
                  """)));

  private final QuotaCheck check =
      new QuotaCheck(
          Planted.town(
              Planted.workload("deployment/office/mail", true),
              Planted.workload("deployment/office/web", false),
              Planted.workload("deployment/school/mail", true)));

  @ParameterizedTest
  @CsvSource({
    "pods, 4, 2, true",
    "pods, 3, 2, false",
    "requests.cpu, 2, 1, true",
    "requests.cpu, 1999m, 1, false",
    "memory, 4Gi, 2Gi, true",
    "memory, 4Gi, 2049Mi, false",
    "limits.cpu, 1, 1, true",
    "limits.cpu, 1, 1500m, false",
    "services, 1, 5, true"
  })
  void whatIsUsedAndWhatIsStillToWakeMustFit(
      String name, String hard, String used, boolean enough) {
    assertThat(check.of(List.of(quota("office", name, hard, used, "{}")), Map.of()).isEmpty())
        .isEqualTo(enough);
  }

  /// Two pods of what the template says.
  @ParameterizedTest
  @CsvSource({
    "limits.cpu, 3, 1500m, true",
    "limits.cpu, 2999m, 1500m, false",
    "limits.memory, 4Gi, 0, true",
    "limits.memory, 4095Mi, 0, false",
    "requests.nvidia.com/gpu, 2, 0, true",
    "requests.nvidia.com/gpu, 1, 0, false",
    "requests.ephemeral-storage, 2Gi, 0, true",
    "ephemeral-storage, 2Gi, 1, false",
    "limits.ephemeral-storage, 1Gi, 0, false",
    "hugepages-2Mi, 3Mi, 0, false",
    "requests.cpu, 2, 1, true",
    "requests.cpu, 1999m, 1, false",
    "pods, 2, 1, false",
    "requests.storage, 1Gi, 1Gi, true",
    "count/deployments.apps, 1, 1, true"
  })
  void whereItsTemplateIsKnownAllThatItAsksForMustFit(
      String name, String hard, String used, boolean enough) {
    assertThat(check.of(List.of(quota("office", name, hard, used, "{}")), MAILS).isEmpty())
        .isEqualTo(enough);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{scopes: [NotBestEffort]} | true",
        "{scopes: [BestEffort]} | false",
        "{scopes: [NotTerminating, NotBestEffort]} | true",
        "{scopes: [Terminating, NotBestEffort]} | false",
        "{scopes: [PriorityClass]} | true",
        "{scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]}} | true",
        "{scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [low]}]}} | false",
        "{scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: NotIn, values: [low]}]}} | true",
        "{scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: DoesNotExist}]}} | false",
        "{scopes: [CrossNamespacePodAffinity]} | false"
      })
  void aQuotaOfSomePodsOnlyCountsWhatIsOfThem(String scope, boolean counted) {
    assertThat(check.of(List.of(quota("office", "pods", "2", "1", scope)), MAILS).isEmpty())
        .isEqualTo(!counted);
  }

  @Test
  void whatAsksForNothingIsOfTheBestEffort() {
    var nothing = Map.of(MAIL, Demand.of(pod("containers: [{name: a}]")));

    assertThat(
            check.of(List.of(quota("office", "pods", "2", "1", "{scopes: [BestEffort]}")), nothing))
        .hasSize(1);
    assertThat(
            check.of(
                List.of(quota("office", "pods", "2", "1", "{scopes: [NotBestEffort]}")), nothing))
        .isEmpty();
  }

  @Test
  void onlyWhatSleepsWhereAQuotaCountsPodsIsReadForIt() {
    assertThat(check.sleepers(List.of(quota("office", "limits.cpu", "2", "1", "{}"))))
        .containsExactly(MAIL);
    assertThat(check.sleepers(List.of(quota("office", "services", "2", "1", "{}")))).isEmpty();
    assertThat(check.sleepers(List.of(quota("monitoring", "pods", "2", "1", "{}")))).isEmpty();
  }

  private static PodSpec pod(String spec) {
    return Planted.object(Pod.class, "spec: {%s}".formatted(spec)).getSpec();
  }

  @Test
  void oneThatIsTooSmallKeepsItsNamespaceOnAndTellsTheFigures() {
    assertThat(check.of(List.of(quota("office", "requests.memory", "3Gi", "2Gi", "{}")), Map.of()))
        .containsExactly(
            Trouble.of(Kind.QUOTA, "office/q", "requests.memory", "4294967296", "3221225472")
                .keeping(Set.of("office")));
  }

  @Test
  void whatItsOwnerParkedIsNotWokenAndNeedsNoRoom() {
    var parked = new QuotaCheck(Planted.town(Planted.parked("deployment/office/old")));

    assertThat(parked.of(List.of(quota("office", "pods", "2", "2", "{}")), Map.of())).isEmpty();
  }

  @Test
  void oneOfSomePodsOnlySaysNothingOfWhatSleeps() {
    String scoped = "{scopes: [Terminating]}";

    assertThat(check.of(List.of(quota("office", "pods", "2", "2", scoped)), Map.of())).isEmpty();
    assertThat(check.of(List.of(quota("office", "pods", "2", "3", scoped)), Map.of())).hasSize(1);
  }

  @Test
  void othersQuotasAndThoseWithoutFiguresAreNone() {
    assertThat(check.of(List.of(quota("monitoring", "pods", "1", "9", "{}")), Map.of())).isEmpty();
    assertThat(
            check.of(
                List.of(
                    Planted.object(
                        ResourceQuota.class, "metadata: {namespace: office, name: new}")),
                Map.of()))
        .isEmpty();
  }

  private static ResourceQuota quota(
      String namespace, String name, String hard, String used, String spec) {
    return Planted.object(
        ResourceQuota.class,
        """
        metadata: {namespace: %1$s, name: q}
        spec: %5$s
        status: {hard: {%2$s: "%3$s"}, used: {%2$s: "%4$s"}}
        """
            .formatted(namespace, name, hard, used, spec));
  }
}
