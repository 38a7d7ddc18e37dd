package dev.feierabend.hypervisor.redfish;

import static dev.feierabend.hypervisor.redfish.FakeController.MACHINE;
import static dev.feierabend.hypervisor.redfish.FakeController.says;
import static dev.feierabend.hypervisor.redfish.FakeController.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.redfish.FakeController.Manner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Nights with a controller that lies, conflicts, is busy, breaks off and talks nonsense, by a seed
/// that a failure names.
class RedfishCampaignTest {
  private static final int NIGHTS = 25;
  private static final int STEPS = 40;

  @Test
  void whateverAControllerDoesNothingIsForcedAndInTheMorningTheMachineIsOn() throws IOException {
    long seed = new Random().nextLong();
    for (int night = 0; night < NIGHTS; night++) {
      try (var it =
          new Night(new Random(seed + night), "seed %d, night %d".formatted(seed, night))) {
        it.live();
      }
    }
  }

  private static final class Night implements AutoCloseable {
    private final RandomGenerator random;
    private final String name;
    private final FakeController fake = new FakeController();
    private final PowerController controller = fake.client(() -> this.now);
    private Instant now = Instant.parse("2026-11-23T19:00:00Z");
    private volatile boolean on = true;
    private volatile boolean trouble = true;

    Night(RandomGenerator random, String name) throws IOException {
      this.random = random;
      this.name = name;
      fake.toLook = exchange -> look().answer(exchange);
      fake.toReset = exchange -> reset().answer(exchange);
    }

    void live() {
      for (int i = 0; i < STEPS; i++) {
        now = now.plusSeconds(random.nextInt(200));
        switch (random.nextInt(3)) {
          case 0 -> controller.softOff(MACHINE);
          case 1 -> controller.on(MACHINE);
          default -> controller.state(MACHINE);
        }
      }
      trouble = false;
      for (int i = 0; i < 8; i++) {
        controller.on(MACHINE);
        now = now.plusSeconds(60);
      }
      assertThat(controller.state(MACHINE)).as(name).isEqualTo(Power.ON);
      assertThat(on).as(name).isTrue();
      assertThat(fake.resets)
          .as(name)
          .allMatch(it -> it.matches(".* \\{\"ResetType\":\"(On|GracefulShutdown)\"}"));
    }

    private Manner look() {
      String truth = system(on ? "On" : "Off");
      List<Manner> faults =
          List.of(
              says(503, "busy"),
              says(200, "<html>"),
              says(200, truth.substring(0, truth.length() / 2)),
              says(200, system(on ? "Off" : "On")),
              says(200, system(on ? "PoweringOff" : "PoweringOn")));
      return fault(faults).orElse(says(200, truth));
    }

    /// The effect comes at once here; that it takes its time is `SwitchLawsTest`'s.
    private Manner reset() {
      String wanted = fake.resets.getLast();
      boolean takes = !trouble || random.nextInt(4) > 0;
      if (takes) {
        on = wanted.contains("\"On\"");
      }
      return fault(List.of(says(409, ""), says(503, ""), says(200, "{\"half")))
          .orElse(says(takes ? 204 : 500, ""));
    }

    private Optional<Manner> fault(List<Manner> faults) {
      return trouble && random.nextInt(3) == 0
          ? Optional.of(faults.get(random.nextInt(faults.size())))
          : Optional.empty();
    }

    @Override
    public void close() {
      fake.close();
    }
  }
}
