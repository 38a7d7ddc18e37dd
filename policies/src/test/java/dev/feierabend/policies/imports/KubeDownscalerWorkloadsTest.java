package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.namespace;
import static dev.feierabend.policies.imports.Manifested.reasons;
import static dev.feierabend.policies.imports.Manifested.workload;
import static dev.feierabend.policies.imports.Scheduler.KUBE_DOWNSCALER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Workloads with annotations of their own, alone and within a namespace that has some.
class KubeDownscalerWorkloadsTest {
  private static final String WIDE = "Mon-Fri 09:00-17:00 Europe/Berlin";
  private static final String NARROW = "Mon-Fri 06:00-22:00 Europe/Berlin";
  private static final Map<String, String> WEB = Map.of("app", "web", "pod", "x");
  private static final Map<String, String> OTHER = Map.of("app", "other");

  private static String web(String... annotations) {
    return workload("Deployment", "web", "app: web", annotations);
  }

  private static String up(String times) {
    return "downscaler/uptime: " + times;
  }

  private static void awakeOnly(Imported imported, Map<String, String> labels, String times) {
    Asleep.equal(imported, labels, Asleep.WINTER, (Instant at) -> !SpecOracle.matches(times, at));
  }

  @Test
  void oneOfItsOwnIsSelectedByItsLabels() {
    Imported imported = imported(KUBE_DOWNSCALER, web(up(WIDE)), web2());

    assertThat(imported.leftOut()).isEmpty();
    awakeOnly(imported, WEB, WIDE);
    Asleep.equal(imported, OTHER, Asleep.WINTER, _ -> false);
  }

  private static String web2() {
    return workload("StatefulSet", "other", "app: other");
  }

  @Test
  void oneWithoutLabelsOfItsOwnIsLeftOut() {
    assertThat(reasons(imported(KUBE_DOWNSCALER, workload("Deployment", "web", "", up(WIDE)))))
        .containsExactly(Reason.NO_LABELS);
    assertThat(
            reasons(
                imported(
                    KUBE_DOWNSCALER,
                    web(up(WIDE)),
                    workload("Deployment", "web-2", "app: web, x: y"))))
        .containsExactly(Reason.SHARED_LABELS);
  }

  @Test
  void whatStaysOnWithinANamespaceThatSleepsGetsAPolicyThatSaysSo() {
    for (String stays : new String[] {"exclude: \"true\"", "downtime-replicas: \"1\""}) {
      Imported imported =
          imported(KUBE_DOWNSCALER, namespace(up(WIDE)), web("downscaler/" + stays));

      assertThat(reasons(imported)).hasSize(1);
      Asleep.equal(imported, WEB, Asleep.WINTER, _ -> false);
      awakeOnly(imported, OTHER, WIDE);
    }
  }

  @Test
  void whatSleepsLessThanItsNamespaceSleepsLess() {
    Imported imported = imported(KUBE_DOWNSCALER, namespace(up(WIDE)), web(up(NARROW)));

    assertThat(imported.leftOut()).isEmpty();
    awakeOnly(imported, WEB, NARROW);
    awakeOnly(imported, OTHER, WIDE);
  }

  @Test
  void whatSleepsMoreThanItsNamespaceIsNamed() {
    Imported imported = imported(KUBE_DOWNSCALER, namespace(up(NARROW)), web(up(WIDE)));

    assertThat(reasons(imported)).containsExactly(Reason.NARROWED_BY_NAMESPACE);
    awakeOnly(imported, WEB, NARROW);
  }

  @Test
  void whatCannotBeSaidKeepsItsWholeNamespaceAwake() {
    Imported imported =
        imported(
            KUBE_DOWNSCALER,
            namespace(up(WIDE)),
            workload("Deployment", "web", "", "downscaler/exclude: \"true\""));

    assertThat(imported.policies()).isEmpty();
    assertThat(reasons(imported))
        .containsExactlyInAnyOrder(Reason.KEPT_AWAKE_WITHIN, Reason.EXCLUDED);
  }

  @Test
  void asidesAreNamed() {
    Imported imported =
        imported(
            KUBE_DOWNSCALER,
            web(up(WIDE), "downscaler/grace-period: \"600\"", "downscaler/force-uptime: \"true\""));

    assertThat(reasons(imported))
        .containsExactlyInAnyOrder(Reason.GRACE_PERIOD, Reason.ONLY_ON_NAMESPACES);
    awakeOnly(imported, WEB, WIDE);
  }
}
