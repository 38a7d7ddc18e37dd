package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the chart's values tell the service of a Prometheus.
class PrometheusValuesTest {
  @Test
  void itsAddressCertificatesTokenAndQueriesAreSettings() {
    Map<String, Object> values =
        Map.of(
            "prometheus.url", "https://prometheus.monitoring:9090",
            "prometheus.ca", "-----BEGIN CERTIFICATE-----",
            "prometheus.ownToken", "true",
            "prometheus.queries.power", "sum by (node) (watts)");
    Map<String, String> files = Chart.files(values);

    assertThat(files.get("feierabend.yaml"))
        .contains(
            "  prometheus:\n    url: \"https://prometheus.monitoring:9090\"\n"
                + "    ca: /etc/feierabend/prometheus-ca.pem\n"
                + "    token-file: /var/run/secrets/kubernetes.io/serviceaccount/token\n"
                + "    queries:\n      {\"power\":\"sum by (node) (watts)\"}\n"
                + "    step: PT5M\n    back-fill: P56D\n");
    assertThat(files.get("prometheus-ca.pem")).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void withoutAnAddressThereIsNone() {
    assertThat(Chart.files(Map.of()).get("feierabend.yaml")).doesNotContain("prometheus");
    assertThat(Chart.files(Map.of())).doesNotContainKey("prometheus-ca.pem");
    assertThatThrownBy(() -> Chart.manifest(Map.of("prometheus.url", "prometheus:9090")))
        .hasMessageContaining("prometheus");
    assertThatThrownBy(() -> Chart.manifest(Map.of("prometheus.step", "PT2H")))
        .hasMessageContaining("prometheus");
  }
}
