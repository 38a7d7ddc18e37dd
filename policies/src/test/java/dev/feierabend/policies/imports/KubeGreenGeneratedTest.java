package dev.feierabend.policies.imports;

import static dev.feierabend.policies.imports.Manifested.imported;
import static dev.feierabend.policies.imports.Manifested.sleepInfo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KubeGreenGeneratedTest {
  private static final long SEED = Long.getLong("seed", 20261124);
  private static final int CASES = Integer.getInteger("cases", 60);
  private final Random random = new Random(SEED);

  @Test
  void whateverIsCarriedOverSleepsAsThere() {
    System.out.println("seed " + SEED);
    int carried = 0;
    for (int i = 0; i < CASES; i++) {
      String weekdays = oneOf("*", "1-5", "0,6", "1,3,5", "0-6/2", "2/2", any(7));
      String sleepAt = time();
      String wakeUpAt = time();
      String zone = oneOf("UTC", "Europe/Rome", "America/New_York", "Asia/Kolkata");
      Imported imported =
          imported(
              Scheduler.KUBE_GREEN,
              sleepInfo(
                  "generated",
                  "weekdays: \"%s\"".formatted(weekdays),
                  "sleepAt: \"%s\"".formatted(sleepAt),
                  "wakeUpAt: \"%s\"".formatted(wakeUpAt),
                  "timeZone: " + zone));
      if (imported.policies().isEmpty()) {
        assertThat(imported.leftOut()).hasSize(1);
        continue;
      }
      carried++;
      var oracle = new CronOracle(weekdays, sleepAt, wakeUpAt, zone);
      Asleep.equal(imported, Map.of(), Asleep.WINTER, oracle.asleep(Asleep.WINTER));
    }
    assertThat(carried).isGreaterThan(CASES / 2);
  }

  private String time() {
    String hour =
        oneOf(any(24), any(24), any(24), any(12) + "," + (12 + random.nextInt(12)), "6-22/8");
    return hour + ":" + oneOf("00", "30", any(60), "15,45");
  }

  private String any(int below) {
    return Integer.toString(random.nextInt(below));
  }

  private String oneOf(String... words) {
    return List.of(words).get(random.nextInt(words.length));
  }
}
