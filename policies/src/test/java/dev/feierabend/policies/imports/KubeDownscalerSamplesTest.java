package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.inZone;
import static dev.feierabend.policies.imports.Manifested.namespace;
import static dev.feierabend.policies.imports.Manifested.reasons;
import static dev.feierabend.policies.imports.Manifested.workload;
import static dev.feierabend.policies.imports.Scheduler.KUBE_DOWNSCALER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The times that kube-downscaler's and py-kube-downscaler's documentation show, in manifests of
/// our own: each sleeps as there, or is named as left out.
class KubeDownscalerSamplesTest {
  private static final Map<String, String> ANY = Map.of();

  private static void sleeps(Imported imported, Predicate<Instant> theirs) {
    assertThat(imported.leftOut()).isEmpty();
    Asleep.equal(imported, ANY, Asleep.WINTER, theirs);
    Asleep.equal(imported, ANY, Asleep.INTO_SUMMER, theirs);
    Asleep.equal(imported, ANY, Asleep.INTO_WINTER, theirs);
  }

  private static void uptime(String times) {
    Imported imported =
        imported(KUBE_DOWNSCALER, namespace("downscaler/uptime: \"" + times + "\""));
    sleeps(imported, at -> !SpecOracle.matches(times, at));
  }

  private static void downtime(String times) {
    Imported imported =
        imported(KUBE_DOWNSCALER, namespace("downscaler/downtime: \"" + times + "\""));
    sleeps(imported, at -> SpecOracle.matches(times, at));
  }

  private static void leftOut(Reason reason, String... annotations) {
    Imported imported = imported(KUBE_DOWNSCALER, namespace(annotations));
    assertThat(imported.policies()).isEmpty();
    assertThat(reasons(imported)).containsExactly(reason);
  }

  @Test
  void uptimes() {
    uptime("Mon-Fri 07:30-20:30 CET");
    uptime("Mon-Fri 07:30-20:30 Europe/Berlin");
    uptime("Mon-Fri 09:00-17:00 America/Buenos_Aires");
    uptime("Mon-Sun 07:30-18:00 CET");
    uptime("Mon-Fri 07:00-19:00 US/Eastern");
    uptime("Sun-Fri 06:00-22:00 UTC, Sat-Sat 10:00-12:00 UTC");
  }

  @Test
  void downtimes() {
    downtime("Sat-Sun 00:00-24:00 CET,Fri-Fri 20:00-24:00 CET");
    downtime("Mon-Fri 23:30-24:00 Europe/Berlin,Mon-Fri 00:00-09:30 Europe/Berlin");
  }

  @Test
  void aTimeThatEndsBeforeItBeginsNeverIs() {
    leftOut(Reason.NEVER_SLEEPS, "downscaler/downtime: \"Mon-Fri 23:30-09:30 Europe/Berlin\"");
    leftOut(Reason.NEVER_WAKES, "downscaler/uptime: \"Mon-Fri 23:30-09:30 Europe/Berlin\"");
  }

  @Test
  void zonesAndDaysFromSettingsElsewhere() {
    String hours = "downscaler/uptime: \"Mon-Fri 08:00-20:00\"";
    leftOut(Reason.NO_ZONE, hours);
    leftOut(Reason.NO_DAYS, "downscaler/uptime: \"08:00-20:00 Europe/Paris\"");
    leftOut(Reason.NO_DAYS, "downscaler/uptime: \"08:00-20:00\"");
    sleeps(
        imported(KUBE_DOWNSCALER, inZone("Europe/Paris"), namespace(hours)),
        at -> !SpecOracle.matches("Mon-Fri 08:00-20:00 Europe/Paris", at));
    leftOut(
        Reason.SEVERAL_ZONES,
        "downscaler/uptime: \"Mon-Fri 08:00-20:00 UTC,Sat-Sat 08:00-20:00 CET\"");
  }

  @Test
  void aPeriodToScaleDownWithoutOneToScaleUpNeverWakes() {
    leftOut(
        Reason.NEVER_WAKES, "downscaler/downscale-period: \"Mon-Sun 19:00-20:00 Europe/Berlin\"");
  }

  @Test
  void periodsHoldUntilTheNext() {
    Imported imported =
        imported(
            KUBE_DOWNSCALER,
            namespace(
                "downscaler/downscale-period: \"Mon-Fri 19:00-20:00 Europe/Berlin\"",
                "downscaler/upscale-period: \"Mon-Fri 06:00-07:00 Europe/Berlin\"",
                "downscaler/uptime: \"Sat-Sun 00:00-24:00 UTC\""));
    var oracle = new CronOracle("1-5", "19:00", "6:00", "Europe/Berlin");

    assertThat(imported.leftOut()).isEmpty();
    Asleep.equal(imported, ANY, Asleep.INTO_SUMMER, oracle.asleep(Asleep.INTO_SUMMER));
  }

  @Test
  void forcedTimesWin() {
    String up = "Sat-Sat 10:00-14:00 CET";
    String down = "Wed-Wed 12:00-16:00 CET";
    String hours = "Mon-Fri 07:30-20:30 CET";
    Imported imported =
        imported(
            KUBE_DOWNSCALER,
            namespace(
                "downscaler/uptime: " + hours,
                "downscaler/force-uptime: " + up,
                "downscaler/force-downtime: " + down));

    sleeps(
        imported,
        at ->
            !SpecOracle.matches(up, at)
                && (SpecOracle.matches(down, at) || !SpecOracle.matches(hours, at)));
    leftOut(
        Reason.NEVER_SLEEPS, "downscaler/uptime: " + hours, "downscaler/force-uptime: \"true\"");
  }

  @Test
  void excludedAndKeptReplicasStayOn() {
    String hours = "downscaler/uptime: Mon-Fri 07:30-20:30 CET";
    leftOut(Reason.EXCLUDED, hours, "downscaler/exclude: \"true\"");
    leftOut(Reason.REPLICAS_STAY, hours, "downscaler/downtime-replicas: \"1\"");
  }

  @Test
  void otherKindsAreSkipped() {
    Imported imported =
        imported(
            KUBE_DOWNSCALER,
            workload(
                "HorizontalPodAutoscaler",
                "web",
                "app: web",
                "downscaler/uptime: Mon-Fri 09:00-17:00 America/Buenos_Aires"),
            workload("Job", "test", "", "downscaler/exclude-until: 2024-01-31T00:00:00Z"));

    assertThat(imported.policies()).isEmpty();
    assertThat(reasons(imported)).containsExactly(Reason.OTHER_KIND, Reason.OTHER_KIND);
  }
}
