package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the chart's values say of machines: how sure it is that they are back in time, and how they
/// are switched.
class WakingValuesTest {
  @Test
  void unlessToldOtherwiseTheyAreTheServicesOwn() {
    assertThat(Chart.settings(Map.of()))
        .contains("  ready-by: {kept: 0.999, guests: PT5M, hosts-at-once: 10}\n")
        .contains("  power:\n    shutdown: PT5M\n    ipmi-at-once: 4\n");
    assertThat(Chart.files(Map.of())).doesNotContainKey("power-ca.pem");
  }

  @Test
  void whatIsSaidIsASettingAndTheirCertificatesAreAFile() {
    Map<String, Object> values =
        Map.of(
            "readyBy.kept", "0.99",
            "readyBy.guests", "PT90S",
            "readyBy.hostsAtOnce", 4,
            "power.ca", "-----BEGIN CERTIFICATE-----",
            "power.shutdown", "PT20M",
            "power.ipmiCipher", 17,
            "power.ipmiAtOnce", 8);

    assertThat(Chart.settings(values))
        .contains("  ready-by: {kept: 0.99, guests: PT90S, hosts-at-once: 4}\n")
        .contains(
            "  power:\n    shutdown: PT20M\n    ca: /etc/feierabend/power-ca.pem\n"
                + "    ipmi-cipher: 17\n    ipmi-at-once: 8\n");
    assertThat(Chart.files(values).get("power-ca.pem")).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @ParameterizedTest
  @CsvSource({
    "readyBy.kept, 1",
    "readyBy.kept, 0.4",
    "readyBy.kept, 99 %",
    "readyBy.guests, P1D",
    "readyBy.hostsAtOnce, 0",
    "readyBy.spares, 1"
  })
  void whatTheServiceWouldNotTakeOfTimesIsRefused(String key, String value) {
    assertThatThrownBy(() -> Chart.manifest(Map.of(key, value))).hasMessageContaining("readyBy");
  }

  @ParameterizedTest
  @CsvSource({
    "power.shutdown, PT0S",
    "power.ca, /etc/ca.pem",
    "power.ipmiCipher, 4",
    "power.ipmiAtOnce, 0",
    "power.password, geheim"
  })
  void whatTheServiceWouldNotTakeOfPowerIsRefused(String key, String value) {
    assertThatThrownBy(() -> Chart.manifest(Map.of(key, value))).hasMessageContaining("power");
  }
}
