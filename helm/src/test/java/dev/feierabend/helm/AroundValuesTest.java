package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the chart's values tell the service of an Alertmanager and of who is told.
class AroundValuesTest {
  @Test
  void whatIsNamedIsASettingAndItsSecretsAreFiles() {
    Map<String, Object> values =
        Map.of(
            "outward.secretName", "feierabend-outward",
            "alertmanager.url", "http://alertmanager.monitoring:9093",
            "alertmanager.loginFile", "/etc/feierabend-outward/alertmanager",
            "notify.recipients[0].name", "chat",
            "notify.recipients[0].webhook.url", "https://chat.example/hook",
            "notify.recipients[0].webhook.secretFile", "/etc/feierabend-outward/chat");

    assertThat(Chart.settings(values))
        .contains(
            "  alertmanager:\n"
                + "    {\"loginFile\":\"/etc/feierabend-outward/alertmanager\",\"url\":\"http://alertmanager.monitoring:9093\"}\n")
        .contains(
            "  notify:\n"
                + "    {\"recipients\":[{\"name\":\"chat\",\"webhook\":{\"secretFile\":\"/etc/feierabend-outward/chat\",\"url\":\"https://chat.example/hook\"}}]}\n");
    assertThat(
            Chart.the(Deployment.class, Chart.objects(values))
                .getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes())
        .extracting(Volume::getName)
        .contains("outward");
  }

  @Test
  void whereNothingIsNamedNobodyIsAskedAndNobodyTold() {
    assertThat(Chart.settings(Map.of())).doesNotContain("alertmanager").doesNotContain("notify");
    assertThatThrownBy(
            () -> Chart.manifest(Map.of("alertmanager.url", "http://karl:4711@alertmanager")))
        .hasMessageContaining("alertmanager");
    assertThatThrownBy(() -> Chart.manifest(Map.of("notify.recipients[0].topics[0]", "ALL")))
        .hasMessageContaining("notify");
  }
}
