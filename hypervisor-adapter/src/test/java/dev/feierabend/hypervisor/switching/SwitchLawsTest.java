package dev.feierabend.hypervisor.switching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Thousands of evenings and mornings at a machine that takes its time, and at a controller that
/// fails, refuses, keeps silent, and sometimes did what it said that it didn't.
class SwitchLawsTest {
  private static final MachineId ID = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final int WORLDS = 3_000;
  private static final int STEPS = 60;

  @Test
  void noPressCrossesAnotherAndWhateverGoesWrongAMachineThatIsWantedComesOn() {
    long seed = new Random().nextLong();
    for (int i = 0; i < WORLDS; i++) {
      new World(new Random(seed + i), "seed %d, world %d".formatted(seed, i)).live();
    }
  }

  /// A machine that does what it took after a while of its own.
  private static final class World {
    private final RandomGenerator random;
    private final String name;
    private final PlayedMachine machine = new PlayedMachine();
    private final Switch power = new Switch(ID, this::look, Deadlines.USUAL, () -> this.now);
    private Instant now = Instant.parse("2026-11-23T19:00:00Z");
    private Instant due = Instant.MAX;
    private Power coming = Power.ON;
    private double trouble = 0.4;

    World(RandomGenerator random, String name) {
      this.random = random;
      this.name = name;
      machine.answer = this::pressed;
    }

    void live() {
      for (int i = 0; i < STEPS; i++) {
        power.reach(random.nextBoolean() ? Press.ON : Press.SOFT_OFF);
        pass(Duration.ofSeconds(random.nextInt(120)));
      }
      trouble = 0;
      for (int i = 0; i < 20; i++) {
        power.reach(Press.ON);
        pass(Duration.ofSeconds(60));
      }
      assertThat(power.state()).as(name).isEqualTo(Power.ON);
    }

    private void pass(Duration time) {
      now = now.plus(time);
      if (!now.isBefore(due)) {
        machine.power = coming;
        due = Instant.MAX;
      }
    }

    private Look look() {
      machine.hidden = random.nextDouble() < trouble / 4;
      return machine.look();
    }

    private Answer pressed() {
      Press press = machine.presses.getLast();
      assertThat(due == Instant.MAX || coming == press.wanted()).as(name).isTrue();
      assertThat(machine.power).as(name).isNotEqualTo(press.wanted());
      boolean fails = random.nextDouble() < trouble;
      boolean takes = !fails || random.nextDouble() < 0.3;
      if (takes) {
        coming = press.wanted();
        int most = press == Press.ON ? 50 : 290;
        due = now.plusSeconds(1 + random.nextInt(most));
      }
      if (!fails) {
        return Answer.DONE;
      }
      return takes ? new Answer.Unknown("no answer") : refusal();
    }

    private Answer refusal() {
      return random.nextBoolean() ? new Answer.Refused("HTTP 400") : new Answer.Unknown("HTTP 503");
    }
  }
}
