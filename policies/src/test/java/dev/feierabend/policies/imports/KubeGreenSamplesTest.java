package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.reasons;
import static dev.feierabend.policies.imports.Manifested.sleepInfo;
import static dev.feierabend.policies.imports.Manifested.workload;
import static dev.feierabend.policies.imports.Scheduler.KUBE_GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What kube-green's documentation shows, in manifests of our own: each sleeps as there, or is
/// named as left out.
class KubeGreenSamplesTest {
  private static final String[] OFFICE = {
    "weekdays: \"1-5\"", "sleepAt: \"20:00\"", "wakeUpAt: \"08:00\"", "timeZone: Europe/Rome"
  };
  private static final Map<String, String> ANY = Map.of();

  private static String office(String... more) {
    return sleepInfo("hours", String.join("\n  ", OFFICE), String.join("\n  ", more));
  }

  private static void sleepsInOfficeHours(Imported imported, Map<String, String> labels) {
    var oracle = new CronOracle("1-5", "20:00", "08:00", "Europe/Rome");
    Asleep.equal(imported, labels, Asleep.WINTER, oracle.asleep(Asleep.WINTER));
    Asleep.equal(imported, labels, Asleep.INTO_SUMMER, oracle.asleep(Asleep.INTO_SUMMER));
    Asleep.equal(imported, labels, Asleep.INTO_WINTER, oracle.asleep(Asleep.INTO_WINTER));
  }

  @Test
  void workingHours() {
    Imported imported = imported(KUBE_GREEN, office());

    assertThat(imported.leftOut()).isEmpty();
    sleepsInOfficeHours(imported, ANY);
  }

  @Test
  void aWorkloadExcludedByNameStaysAwakeWhereItsLabelsAreKnown() {
    String excluding =
        office(
            "suspendCronJobs: true",
            "excludeRef: [{apiVersion: apps/v1, kind: Deployment, name: gate}]");
    Imported imported =
        imported(KUBE_GREEN, excluding, workload("Deployment", "gate", "app: gate"));

    assertThat(reasons(imported)).containsExactly(Reason.CRON_JOBS);
    sleepsInOfficeHours(imported, Map.of("app", "web"));
    Asleep.equal(imported, Map.of("app", "gate", "x", "y"), Asleep.WINTER, _ -> false);
    assertThat(imported(KUBE_GREEN, excluding))
        .satisfies(alone -> assertThat(alone.policies()).isEmpty())
        .satisfies(alone -> assertThat(reasons(alone)).containsExactly(Reason.UNKNOWN_WORKLOAD));
  }

  @Test
  void withoutAWakeUpThereIsNoPolicy() {
    Imported imported =
        imported(KUBE_GREEN, sleepInfo("hours", "weekdays: \"*\"", "sleepAt: \"20:00\""));

    assertThat(imported.policies()).isEmpty();
    assertThat(reasons(imported)).containsExactly(Reason.NEVER_WAKES);
  }

  @Test
  void onlyCronJobs() {
    String onlyCronJobs =
        office(
            "suspendCronJobs: true",
            "suspendDeployments: false",
            "suspendStatefulSets: false",
            "excludeRef: [{apiVersion: batch/v1, kind: CronJob, name: keep}]");
    assertThat(reasons(imported(KUBE_GREEN, onlyCronJobs))).containsExactly(Reason.ONLY_CRON_JOBS);
    assertThat(reasons(imported(KUBE_GREEN, office("suspendStatefulSets: false"))))
        .containsExactly(Reason.ONE_KIND);
  }

  @Test
  void excludedByLabels() {
    Imported imported =
        imported(KUBE_GREEN, office("excludeRef: [{matchLabels: {kept: true, always: \"on\"}}]"));

    sleepsInOfficeHours(imported, Map.of("kept", "false"));
    Asleep.equal(imported, Map.of("kept", "true"), Asleep.WINTER, _ -> false);
    Asleep.equal(imported, Map.of("always", "on", "kept", "no"), Asleep.WINTER, _ -> false);
  }

  @Test
  void includedByLabels() {
    Imported imported =
        imported(
            KUBE_GREEN,
            office("includeRef: [{matchLabels: {sleeps: true}}, {matchLabels: {tier: web}}]"));

    sleepsInOfficeHours(imported, Map.of("sleeps", "true", "tier", "web"));
    Asleep.equal(imported, Map.of("sleeps", "true"), Asleep.WINTER, _ -> false);
    assertThat(
            reasons(
                imported(
                    KUBE_GREEN,
                    office("includeRef: [{apiVersion: apps/v1, kind: Deployment, name: web}]"))))
        .containsExactly(Reason.NAMED_INCLUSION);
  }

  @Test
  void patchesAreNamedAndTheRestIsCarriedOver() {
    Imported imported =
        imported(
            KUBE_GREEN, office("patches: [{target: {group: apps, kind: ReplicaSet}, patch: x}]"));

    assertThat(reasons(imported)).containsExactly(Reason.PATCHES);
    sleepsInOfficeHours(imported, ANY);
  }

  @Test
  void everyFiveMinutesAndEverySevenIsMoreThanCapacityFollows() {
    Imported imported =
        imported(
            KUBE_GREEN,
            sleepInfo("test", "weekdays: \"*\"", "sleepAt: \"*:*/5\"", "wakeUpAt: \"*:*/7\""));

    assertThat(imported.policies()).isEmpty();
    assertThat(reasons(imported)).containsExactly(Reason.TOO_OFTEN);
  }

  @Test
  void twoMinutesADay() {
    Imported imported =
        imported(
            KUBE_GREEN,
            sleepInfo("test", "weekdays: \"*\"", "sleepAt: \"16:03\"", "wakeUpAt: \"16:05\""));

    Asleep.equal(
        imported,
        ANY,
        Asleep.WINTER,
        new CronOracle("*", "16:03", "16:05", "UTC").asleep(Asleep.WINTER));
  }
}
