package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A workload of two pods with half a core and a gibibyte each sleeps in `office`, one is awake.
class QuotaCheckTest {
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
    assertThat(check.of(List.of(quota("office", name, hard, used, "{}"))).isEmpty())
        .isEqualTo(enough);
  }

  @Test
  void oneThatIsTooSmallKeepsItsNamespaceOnAndTellsTheFigures() {
    assertThat(check.of(List.of(quota("office", "requests.memory", "3Gi", "2Gi", "{}"))))
        .containsExactly(
            Trouble.of(Kind.QUOTA, "office/q", "requests.memory", "4294967296", "3221225472")
                .keeping(Set.of("office")));
  }

  @Test
  void whatItsOwnerParkedIsNotWokenAndNeedsNoRoom() {
    var parked = new QuotaCheck(Planted.town(Planted.parked("deployment/office/old")));

    assertThat(parked.of(List.of(quota("office", "pods", "2", "2", "{}")))).isEmpty();
  }

  @Test
  void oneOfSomePodsOnlySaysNothingOfWhatSleeps() {
    String scoped = "{scopes: [Terminating]}";

    assertThat(check.of(List.of(quota("office", "pods", "2", "2", scoped)))).isEmpty();
    assertThat(check.of(List.of(quota("office", "pods", "2", "3", scoped)))).hasSize(1);
  }

  @Test
  void othersQuotasAndThoseWithoutFiguresAreNone() {
    assertThat(check.of(List.of(quota("monitoring", "pods", "1", "9", "{}")))).isEmpty();
    assertThat(
            check.of(
                List.of(
                    Planted.object(
                        ResourceQuota.class, "metadata: {namespace: office, name: new}"))))
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
