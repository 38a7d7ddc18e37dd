package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Staging;
import dev.feierabend.core.planning.Vigilance;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.Document;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// What stands in the service's settings arrives.
final class ServicePropertiesTest {
  @Test
  void theFoldersThatMayBeLeftOutAreReadWhereTheyAreNamed() {
    ServiceProperties read =
        read(
            Map.of(
                "feierabend.fleet", "/etc/feierabend/fleet.yaml",
                "feierabend.credentials", "/etc/feierabend-credentials",
                "feierabend.kubeconfig", "/etc/kubeconfig",
                "feierabend.wake-list", "/mnt/elsewhere/wake-list.yaml",
                "feierabend.calendars[0]", "/etc/feierabend/elections.yaml",
                "feierabend.readiness.allowed[0]", "*.example.de"));

    assertThat(read.credentials()).isEqualTo(Path.of("/etc/feierabend-credentials"));
    assertThat(read.kubeconfig()).isEqualTo(Path.of("/etc/kubeconfig"));
    assertThat(read.wakeList()).isEqualTo(Path.of("/mnt/elsewhere/wake-list.yaml"));
    assertThat(read.calendars()).containsExactly(Path.of("/etc/feierabend/elections.yaml"));
    assertThat(read.readiness().allowed()).containsExactly("*.example.de");
  }

  @Test
  void leftOutTheyAreNowhere() {
    ServiceProperties read = read(Map.of("feierabend.fleet", "fleet.yaml"));

    assertThat(read.credentials()).isNull();
    assertThat(read.kubeconfig()).isNull();
    assertThat(read.wakeList()).isNull();
    assertThat(read.calendars()).isEmpty();
    assertThat(read.readiness().allowed()).isEmpty();
  }

  @Test
  void howControllersAreSpokenToIsASettingAndCertificatesThatAreNoneEndTheStartWithASentence() {
    var fleet = Map.of("feierabend.fleet", "fleet.yaml");
    assertThat(read(fleet).power().switchgear().deadlines()).isEqualTo(Deadlines.USUAL);

    var told = new HashMap<>(fleet);
    told.put("feierabend.power.shutdown", "PT12M");
    told.put("feierabend.power.ipmi-at-once", "2");
    told.put("feierabend.power.ca", "/nowhere/bmc-ca.pem");
    assertThat(read(told).power().shutdown()).isEqualTo(Duration.ofMinutes(12));
    assertThatThrownBy(() -> read(told).power().switchgear())
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected certificates in PEM in feierabend.power.ca but /nowhere/bmc-ca.pem holds none that can be read");
  }

  @Test
  void whereRealMachinesAreSwitchedTheyMustBeKnownToWakeUnlessTheSettingsSayOtherwise() {
    var told = new HashMap<>(Map.of("feierabend.fleet", "fleet.yaml"));
    assertThat(read(told).drills().settings(fleet("redfish"))).isEqualTo(Drilling.REQUIRED);
    assertThat(read(told).drills().settings(fleet("node-annotation"))).isEqualTo(Drilling.NONE);

    told.put("feierabend.drills.required", "true");
    told.put("feierabend.drills.max-age", "P90D");
    told.put("feierabend.drills.settle", "PT10M");
    assertThat(read(told).drills().settings(fleet("node-annotation")))
        .isEqualTo(new Drilling(true, Duration.ofDays(90), Duration.ofMinutes(10)));

    told.put("feierabend.drills.max-age", "PT0S");
    assertThatThrownBy(() -> read(told).drills().settings(fleet("redfish")))
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected at feierabend.drills a max-age above PT0S and a settle of at least PT0S but found PT0S and PT10M");
  }

  private static Fleet fleet(String kind) {
    var controller =
        new Controller("bmc", kind, Optional.empty(), Optional.empty(), Optional.empty());
    return new Fleet(
        "house",
        List.of(),
        List.of(),
        List.of(),
        List.of(controller),
        List.of(),
        List.of(),
        Document.of(new byte[0]));
  }

  @Test
  void theShareThatGoesFirstIsASettingAndOneThatIsNoneEndsTheStartWithASentence() {
    var share =
        Map.of(
            "feierabend.fleet", "fleet.yaml",
            "feierabend.mode", "staged",
            "feierabend.staged.share", "0.25",
            "feierabend.staged.by", "pool",
            "feierabend.staged.quiet", "PT36H");
    assertThat(read(share).mode()).isEqualTo(Mode.STAGED);
    assertThat(read(share).staged().settings())
        .isEqualTo(new Staging(0.25, Staging.By.POOL, Duration.ofHours(36)));
    assertThat(read(Map.of("feierabend.fleet", "fleet.yaml")).staged().settings())
        .isEqualTo(Staging.USUAL);

    var none = read(Map.of("feierabend.fleet", "fleet.yaml", "feierabend.staged.share", "0"));
    assertThatThrownBy(() -> none.staged().settings())
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected at feierabend.staged a share above 0 and up to 1 and a quiet time of at least "
                + "PT0S but found 0.0 and PT24H");
  }

  @Test
  void howSoonTheFleetIsLookedAtAgainIsASettingAndOneThatIsNoneEndsTheStartWithASentence() {
    var usual = Map.of("feierabend.fleet", "fleet.yaml");
    assertThat(read(usual).looks().beat()).isEqualTo(Cadence.Beat.MINUTES);

    var told = new HashMap<>(usual);
    told.put("feierabend.looks.at-rest", "PT5S");
    told.put("feierabend.looks.under-way", "PT1S");
    told.put("feierabend.looks.in-vain", "PT1S");
    assertThat(read(told).looks().beat())
        .isEqualTo(
            new Cadence.Beat(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(1)));

    told.put("feierabend.looks.under-way", "PT6S");
    assertThatThrownBy(() -> read(told).looks().beat())
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected at feierabend.looks times of PT1S to PT15M, at rest the longest, but found PT5S, PT6S and PT1S");
  }

  @Test
  void howOftenLoadIsMeasuredIsASettingOfAMinuteToAnHour() {
    var usual = Map.of("feierabend.fleet", "fleet.yaml");
    assertThat(read(usual).busy().checkedInterval()).isEqualTo(Duration.ofMinutes(5));
    for (String time : List.of("PT59S", "PT61M", "PT0S", "-PT5M")) {
      var told = new HashMap<>(usual);
      told.put("feierabend.busy.interval", time);
      assertThatThrownBy(() -> read(told).busy().checkedInterval())
          .isInstanceOf(Outage.class)
          .hasMessageStartingWith("Expected at feierabend.busy.interval PT1M to PT1H but found ");
    }
  }

  @Test
  void whatIsBusyIsASettingAndOneThatIsNoneEndsTheStartWithASentence() {
    var told =
        Map.of(
            "feierabend.fleet", "fleet.yaml",
            "feierabend.busy.workload", "0.4",
            "feierabend.busy.quiet", "PT1H");
    assertThat(read(told).busy().settings())
        .isEqualTo(new Vigilance(0.4, 0.5, 0.8, Duration.ofHours(1)));
    assertThat(read(Map.of("feierabend.fleet", "fleet.yaml")).busy().settings())
        .isEqualTo(Vigilance.USUAL);

    var none = read(Map.of("feierabend.fleet", "fleet.yaml", "feierabend.busy.pool", "0"));
    assertThatThrownBy(() -> none.busy().settings())
        .isInstanceOf(Outage.class)
        .hasMessage("Expected at feierabend.busy shares above 0 but found 0.5, 0.0 and 0.8");
  }

  @Test
  void aPrometheusNeedsNoMoreThanItsAddressAndAWrongOneIsOneSentence() {
    var named =
        Map.of(
            "feierabend.fleet", "fleet.yaml",
            "feierabend.prometheus.url", "http://prometheus:9090",
            "feierabend.prometheus.queries.power", "sum by (node) (watts)");
    var prometheus = read(named).prometheus();
    assertThat(prometheus.load(List::of, () -> Instant.EPOCH).reach())
        .isEqualTo(Duration.ofDays(56));
    assertThat(prometheus.queries().power()).isEqualTo("sum by (node) (watts)");

    for (var wrong :
        Map.of("url", "prometheus:9090", "step", "PT0S", "ca", "/nowhere.pem").entrySet()) {
      var settings = new HashMap<>(named);
      settings.put("feierabend.prometheus." + wrong.getKey(), wrong.getValue());
      assertThatThrownBy(() -> read(settings).prometheus().load(List::of, () -> Instant.EPOCH))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("feierabend.prometheus");
    }
  }

  @Test
  void aTokenIsNamedWholeAndInPlaceOfAFile() {
    var token =
        Map.of(
            "feierabend.fleet", "fleet.yaml",
            "feierabend.signing-token.module", "/usr/lib/softhsm/libsofthsm2.so",
            "feierabend.signing-token.token", "hsm",
            "feierabend.signing-token.label", "checkpoint",
            "feierabend.signing-token.pin-file", "/etc/pin");
    assertThat(read(token).signing().previous()).isEmpty();

    var both = new HashMap<>(token);
    both.put("feierabend.signing-key", "/etc/checkpoint.pem");
    assertThatThrownBy(() -> read(both).signing())
        .isInstanceOf(Outage.class)
        .hasMessage("Expected feierabend.signing-key or feierabend.signing-token but found both");

    var part = new HashMap<>(token);
    part.remove("feierabend.signing-token.pin-file");
    assertThatThrownBy(() -> read(part))
        .hasRootCauseMessage("Expected module, token, label and pin-file of a token that signs");
  }

  private static ServiceProperties read(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("feierabend", ServiceProperties.class)
        .get();
  }
}
