package dev.feierabend.kubernetes.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.kubernetes.client.Patience;
import dev.feierabend.kubernetes.client.Patience.Times;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImpatientHostsTest {
  private static final MachineId FIRST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MachineId SECOND = MachineId.of("00000000-0000-0000-0000-000000000002");
  private static final Times SHORT = new Times(Duration.ofMillis(50), Duration.ofMinutes(1));
  private static final Times LONGER = new Times(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final CountDownLatch answers = new CountDownLatch(1);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();

  /// Nothing is heard of it until it answers.
  private final class Silent implements HostPort, PowerController {
    @Override
    public Answer cordon(MachineId host, ActionId action) {
      return hang("cordon " + host);
    }

    @Override
    public Answer drain(MachineId host, List<Move> moves, ActionId action) {
      return hang("drain " + host);
    }

    @Override
    public Answer admit(MachineId host, ActionId action) {
      return hang("admit " + host);
    }

    @Override
    public Optional<String> obstacle(MachineId host) {
      return Optional.of("a budget");
    }

    @Override
    public Power state(MachineId machine) {
      return Power.ON;
    }

    @Override
    public Answer on(MachineId machine) {
      return hang("on " + machine);
    }

    @Override
    public Answer softOff(MachineId machine) {
      return hang("off " + machine);
    }

    private Answer hang(String what) {
      asked.add(what);
      try {
        answers.await();
        done.add(what);
        return Answer.DONE;
      } catch (InterruptedException _) {
        done.add("not " + what);
        return new Answer.Unknown("interrupted");
      }
    }
  }

  private final Silent silent = new Silent();
  private final ImpatientPower power = new ImpatientPower(silent, patience(SHORT));
  private final ImpatientHosts hosts = new ImpatientHosts(silent, power, patience(LONGER));

  private static Patience patience(Times times) {
    return new Patience(times, new Semaphore(2));
  }

  @Test
  void anAdmissionNobodyWaitsForGoesOnAndTheNextIsNotWaitedForAtAll() {
    assertThat(hosts.admit(FIRST, action("admit", FIRST)))
        .isEqualTo(new Answer.Unknown(FIRST + ": the API server does not answer about nodes"));
    hosts.admit(SECOND, action("admit", SECOND));
    answers.countDown();

    await().untilAsserted(() -> assertThat(done).contains("admit " + FIRST, "admit " + SECOND));
  }

  @Test
  void whatTakesAHostAwayIsGivenUpAndThenNotAskedFor() {
    assertThat(hosts.cordon(FIRST, action("cordon", FIRST))).isInstanceOf(Answer.Unknown.class);
    hosts.drain(SECOND, List.of(), action("drain", SECOND));

    await().untilAsserted(() -> assertThat(done).containsExactly("not cordon " + FIRST));
    assertThat(asked).containsExactly("cordon " + FIRST);
  }

  @Test
  void aMachineThatSaysNothingIsAskedOnceAndOthersAreToo() {
    assertThat(hosts.on(FIRST)).isEqualTo(Answer.STILL_ASKED);
    hosts.on(FIRST);
    hosts.on(SECOND);
    answers.countDown();

    await().untilAsserted(() -> assertThat(done).contains("on " + FIRST, "on " + SECOND));
    assertThat(asked).containsExactly("on " + FIRST, "on " + SECOND);
  }

  @Test
  void whoWasToldToStopIsNotInterruptedInIt() {
    assertThat(hosts.softOff(FIRST)).isEqualTo(Answer.STILL_ASKED);
    answers.countDown();

    await().untilAsserted(() -> assertThat(done).containsExactly("off " + FIRST));
  }

  @Test
  void aLookThatTakesTooLongLeavesItsMachineOn() {
    PowerController slow =
        new PowerController() {
          @Override
          public Power state(MachineId machine) {
            return Power.ON;
          }

          @Override
          public Answer on(MachineId machine) {
            return power.on(machine);
          }

          @Override
          public Answer softOff(MachineId machine) {
            silent.hang("look at " + machine);
            return power.softOff(machine);
          }
        };

    assertThat(new ImpatientHosts(silent, slow, patience(SHORT)).softOff(FIRST))
        .isInstanceOf(Answer.Unknown.class);

    await().untilAsserted(() -> assertThat(done).containsExactly("not look at " + FIRST));
    await()
        .during(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(asked).containsExactly("look at " + FIRST));
  }

  @Test
  void whatKeptAHostIsTold() {
    assertThat(hosts.obstacle(FIRST)).contains("a budget");
  }

  private static ActionId action(String what, MachineId host) {
    return new ActionId(what + "/" + host + "#1");
  }
}
