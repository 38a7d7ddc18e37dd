package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.SETTINGS;
import static dev.feierabend.policies.imports.Manifested.faults;
import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.namespace;
import static dev.feierabend.policies.imports.Manifested.sleepInfo;
import static dev.feierabend.policies.imports.Scheduler.KUBE_DOWNSCALER;
import static dev.feierabend.policies.imports.Scheduler.KUBE_GREEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever stands in a file of manifests, there is an answer, with its place.
class BadManifestsTest {

  private static void fault(Scheduler scheduler, String text, String... starts) {
    assertThat(faults(scheduler, text)).hasSize(starts.length);
    for (int i = 0; i < starts.length; i++) {
      assertThat(faults(scheduler, text).get(i)).startsWith("all.yaml:" + starts[i]);
    }
  }

  @Test
  void everyFaultOfASleepInfoIsPlaced() {
    fault(
        KUBE_GREEN,
        sleepInfo(
            "hours",
            "weekdays: \"1-7\"",
            "sleepAt: \"24:00\"",
            "wakeUpAt: \"8\"",
            "timeZone: Europe/Rom",
            "suspendCronJobs: perhaps",
            "excludeRef: [{kind: Deployment}]"),
        "5:13: expected days of the week",
        "6:12: expected hours and minutes",
        "7:13: expected hours and minutes",
        "8:13: expected a time zone",
        "9:20: expected true or false",
        "10:16: expected either \"kind\" and \"name\" or \"matchLabels\"");
    fault(KUBE_GREEN, sleepInfo("x", "sleepAt: \"1:2\""), "5:3: expected \"weekdays\"");
  }

  @Test
  void everyFaultOfAnAnnotationIsPlaced() {
    String[] wrong = {
      "uptime: Mon-Fri 7:30-20:30 CET",
      "downtime: Mox-Fri 07:30-20:30 CET",
      "upscale-period: Mon-Fri 07:30-20:30 Europe/Berln",
      "force-uptime: perhaps",
      "force-downtime: Mon-Fri 07:30-20:61 CET",
      "downtime: 2026-13-01T09:00:00+02:00-2026-04-10T17:30:00+02:00",
      "exclude-until: tomorrow",
      "exclude-until: 2026-02-30",
      "downtime-replicas: some",
      "grace-period: long"
    };
    for (String annotation : wrong) {
      fault(KUBE_DOWNSCALER, namespace("downscaler/" + annotation), "3:");
    }
  }

  @Test
  void brokenYamlIsPlaced() {
    fault(KUBE_GREEN, "kind: [", "1:8: expected well-formed YAML");
    fault(KUBE_GREEN, "just words", "1:1: expected a manifest");
    fault(KUBE_GREEN, "{kind: x}", "1:8: expected a kind");
    fault(KUBE_GREEN, "kind: SleepInfo", "1:1: ", "1:1: ");
    fault(
        KUBE_GREEN,
        "kind: Pod\nkind: Pod\napiVersion: v1\nmetadata: {}",
        "2:1: expected each key once");
    fault(KUBE_GREEN, "[".repeat(100), "1:33: expected at most 32 levels");
  }

  @Test
  void listsAndManyDocumentsAreReadAndEmptyOnesPassedOver() {
    String item = sleepInfo("hours", "weekdays: \"*\"", "sleepAt: \"1:00\"", "wakeUpAt: \"5:00\"");
    String list = "apiVersion: v1\nkind: List\nitems:\n- " + item.strip().replace("\n", "\n  ");
    Imported imported = imported(KUBE_GREEN, "---\n---\n# nothing\n---\n" + list);

    assertThat(imported.policies()).singleElement().extracting("name").isEqualTo("shop-hours");
    assertThat(imported.policies().getFirst().document())
        .startsWith("# SleepInfo shop/hours, all.yaml:8\n");
    assertThat(faults(KUBE_GREEN, "")).isEmpty();
  }

  @Test
  void aSleepInfoOfAnotherMakeIsSkipped() {
    String other = sleepInfo("x", "a: b").replace("kube-green.com", "sleep.example");

    assertThat(imported(KUBE_GREEN, other).leftOut())
        .extracting(LeftOut::reason)
        .containsExactly(Reason.OTHER_KIND);
  }

  @Test
  void equalNamesAreToldApart() {
    String hours = sleepInfo("a.b", "weekdays: \"*\"", "sleepAt: \"1:00\"", "wakeUpAt: \"5:00\"");
    Imported imported =
        imported(
            KUBE_GREEN,
            hours,
            hours.replace("shop", "shop-2").replace("a.b", "b"),
            hours.replace("shop", "shop-2-b").replace("a.b", "x"),
            hours.replace("shop", "shop.2").replace("a.b", "b"));

    assertThat(imported.policies().stream().map(Imported.Policy::name))
        .containsExactly("shop-a-b", "shop-2-b", "shop-2-b-x", "shop-2-b-2");
  }

  @Test
  void aDumpBeyondReasonIsRefused() {
    byte[] large = "# x\n".repeat(5_000_000).getBytes(StandardCharsets.UTF_8);

    assertThat(KUBE_GREEN.policies(List.of(new Input("all.yaml", large)), SETTINGS).toString())
        .contains("at most 16777216 bytes");
  }

  @Test
  void aLineOfMegabytesIsReadLikeAnyOther() {
    fault(KUBE_GREEN, "a: b\nc: " + "x".repeat(8_000_000), "1:1: expected \"kind\"");
  }

  @Test
  void aValueOfManyThousandCharactersIsRefusedLikeAnyOther() {
    fault(
        KUBE_GREEN,
        sleepInfo("x", "weekdays: \"" + "1,".repeat(60_000) + "1\"", "sleepAt: \"20:00\""),
        "5:13: expected days of the week");
  }

  @Test
  void ofDocumentsWithoutEndTheFirstFaultsAreTold() {
    assertThat(faults(KUBE_DOWNSCALER, "--- x\n".repeat(5_000)))
        .hasSize(1_001)
        .last()
        .asString()
        .endsWith("found more, and read no further");
  }

  @Test
  void namesCutToTheSameStayApartAndValid() {
    String name = "n".repeat(60);
    var policies =
        imported(
                KUBE_DOWNSCALER,
                IntStream.range(0, 300)
                    .mapToObj(i ->
                        namespace("downscaler/uptime: \"Mon-Fri 07:30-20:30 CET\"")
                            .replace("shop", name + i))
                    .toArray(String[]::new))
            .policies();

    assertThat(policies).extracting(Imported.Policy::name).hasSize(300).doesNotHaveDuplicates();
    assertThat(policies.getLast().name()).isEqualTo("n".repeat(56) + "-300");
  }
}
