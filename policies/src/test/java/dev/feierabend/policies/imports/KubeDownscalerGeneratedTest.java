package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KubeDownscalerGeneratedTest {
  private static final long SEED = Long.getLong("seed", 20261124);
  private static final int CASES = Integer.getInteger("cases", 60);
  private static final List<String> DAYS = List.of("Mon", "Tue", "wed", "THU", "Fri", "Sat", "Sun");
  private final Random random = new Random(SEED);

  @Test
  void whateverIsCarriedOverSleepsAsThere() {
    System.out.println("seed " + SEED);
    int carried = 0;
    for (int i = 0; i < CASES; i++) {
      String zone = List.of("UTC", "Europe/Berlin", "US/Pacific").get(random.nextInt(3));
      String up = random.nextInt(4) == 0 ? "always" : times(zone);
      String down = random.nextInt(3) == 0 ? times(zone) : "never";
      String forcedUp = random.nextInt(5) == 0 ? times(zone) : "never";
      String forcedDown = random.nextInt(5) == 0 ? times(zone) : "never";
      Imported imported =
          imported(
              Scheduler.KUBE_DOWNSCALER,
              namespace(
                  "downscaler/uptime: \"%s\"".formatted(up),
                  "downscaler/downtime: \"%s\"".formatted(down),
                  "downscaler/force-uptime: \"%s\"".formatted(forcedUp),
                  "downscaler/force-downtime: \"%s\"".formatted(forcedDown)));
      if (imported.policies().isEmpty()) {
        assertThat(imported.leftOut()).hasSize(1);
        continue;
      }
      carried++;
      Asleep.equal(
          imported,
          Map.of(),
          Asleep.WINTER,
          at ->
              !SpecOracle.matches(forcedUp, at)
                  && (SpecOracle.matches(forcedDown, at)
                      || !SpecOracle.matches(up, at)
                      || SpecOracle.matches(down, at)));
    }
    assertThat(carried).isGreaterThan(CASES / 2);
  }

  private String times(String zone) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(_ -> "%s-%s %s-%s %s".formatted(day(), day(), time(13), time(25), zone))
        .collect(Collectors.joining(","));
  }

  private String day() {
    return DAYS.get(random.nextInt(7));
  }

  private String time(int hours) {
    int hour = random.nextInt(hours);
    return "%02d:%02d".formatted(hour, hour == 24 ? 0 : random.nextInt(60));
  }
}
