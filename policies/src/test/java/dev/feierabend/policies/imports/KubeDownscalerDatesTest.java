package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.inZone;
import static dev.feierabend.policies.imports.Manifested.namespace;
import static dev.feierabend.policies.imports.Manifested.reasons;
import static dev.feierabend.policies.imports.Scheduler.KUBE_DOWNSCALER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Absolute times, of sleep and of none.
class KubeDownscalerDatesTest {
  private static final String OFFICE = "Mon-Fri 07:30-20:30 Europe/Berlin";
  private static final String WEEKEND = "2026-01-17T09:00:00+01:00-2026-01-18T17:30:00+01:00";
  private static final String YEARS = "2023-06-01T09:00:00+02:00-2026-01-20T17:30:00+01:00";

  private static void sleeps(Predicate<Instant> theirs, String... annotations) {
    Imported imported = imported(KUBE_DOWNSCALER, inZone("Europe/Berlin"), namespace(annotations));

    assertThat(imported.leftOut()).isEmpty();
    Asleep.equal(imported, Map.of(), Asleep.WINTER, theirs);
  }

  @Test
  void upOnAWeekendToo() {
    String times = OFFICE + "," + WEEKEND;
    sleeps(at -> !SpecOracle.matches(times, at), "downscaler/uptime: \"" + times + "\"");
  }

  @Test
  void downOnceOrForYears() {
    for (String times : new String[] {WEEKEND, YEARS, WEEKEND + "," + YEARS}) {
      sleeps(at -> SpecOracle.matches(times, at), "downscaler/downtime: \"" + times + "\"");
    }
  }

  @Test
  void forcedUpBeatsAllElse() {
    sleeps(
        at -> !SpecOracle.matches(OFFICE, at) && !SpecOracle.matches(WEEKEND, at),
        "downscaler/uptime: " + OFFICE,
        "downscaler/force-uptime: \"" + WEEKEND + "\"");
  }

  @Test
  void excludedUntilATimeItSleepsFromThenOn() {
    Instant until = Instant.parse("2026-01-20T02:30:00Z");
    sleeps(
        at -> !at.isBefore(until) && !SpecOracle.matches(OFFICE, at),
        "downscaler/uptime: " + OFFICE,
        "downscaler/exclude-until: \"2026-01-20T02:30\"");
  }

  @Test
  void whatHasNoEqualIsNamed() {
    String seconds = WEEKEND.replace("17:30:00", "17:30:30");
    leftOut(Reason.SECONDS, "downscaler/downtime: \"" + seconds + "\"");
    leftOut(Reason.TOO_FAR, "downscaler/downtime: \"" + YEARS.replace("2023", "1999") + "\"");
    leftOut(
        Reason.MIXED_DATES,
        "downscaler/uptime: \"" + OFFICE + "," + WEEKEND + "\"",
        "downscaler/downtime: Sat-Sat 00:00-24:00 Europe/Berlin");
    leftOut(
        Reason.DATES_WITH_PERIODS,
        "downscaler/upscale-period: " + OFFICE,
        "downscaler/downscale-period: \"" + WEEKEND + "\"");
  }

  private static void leftOut(Reason reason, String... annotations) {
    Imported imported = imported(KUBE_DOWNSCALER, inZone("Europe/Berlin"), namespace(annotations));
    assertThat(imported.policies()).isEmpty();
    assertThat(reasons(imported)).containsExactly(reason);
  }
}
