package dev.feierabend.hypervisor.ipmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.FaultyDatagrams;
import dev.feierabend.testservers.IpmiSimulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The contract on OpenIPMI's simulator, asked by the real `ipmitool`.
class IpmiOnTheSimulatorTest extends PowerControllerContract {
  private static final UUID MACHINE = UUID.fromString("4c4c4544-0042-3510-8051-b4c04f4d4b31");
  private static final Login LOGIN = new Login(IpmiSimulator.USER, IpmiSimulator.PASSWORD);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private IpmiSimulator simulator;

  @BeforeEach
  void start() {
    simulator = IpmiSimulator.of(MACHINE);
  }

  @AfterEach
  void stop() {
    if (simulator != null) {
      simulator.close();
    }
  }

  @Override
  protected PowerController controller() {
    return at(LOGIN, PATIENCE);
  }

  @Override
  protected MachineId machine() {
    return new MachineId(MACHINE);
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    simulator.stop();
    return at(LOGIN, Duration.ofSeconds(1));
  }

  @Test
  void theMachineItselfIsOffAndOn() {
    PowerController controller = controller();

    controller.softOff(machine());
    await().until(() -> !simulator.on());
    controller.on(machine());
    await().until(simulator::on);
  }

  @Test
  void aWrongPasswordIsKnownAsOneAndNotTriedAgain() {
    PowerController controller = at(new Login(LOGIN.user(), "wrong"), PATIENCE);

    assertThat(controller.state(machine())).isEqualTo(Power.UNKNOWN);
    assertThat(controller.on(machine()))
        .asString()
        .contains("refuses the login of " + LOGIN.user());
  }

  @Test
  void aWrongPasswordIsTriedOnceAsIsSeenOnItsWayAndAnotherAtOnce() {
    Instant begun = Instant.now();
    var login = new AtomicReference<>(new Login(LOGIN.user(), "wrong"));
    try (var way = new FaultyDatagrams(simulator.address(), InstantSource.system())) {
      PowerController controller = at(IpmiBoard.at(way.address(), login::get), PATIENCE);

      assertThat(controller.state(machine())).isEqualTo(Power.UNKNOWN);
      assertThat(controller.state(machine())).isEqualTo(Power.UNKNOWN);
      await().until(() -> way.refused(begun) == 1);
      login.set(LOGIN);
      assertThat(controller.state(machine())).isEqualTo(Power.ON);
      login.set(new Login(LOGIN.user(), "wrong, too"));
      assertThat(controller.state(machine())).isEqualTo(Power.UNKNOWN);
      await().until(() -> way.refused(begun) == 2);
    }
  }

  @Test
  void anUnknownUserIsKnownAsOne() {
    PowerController controller = at(new Login("nobody", "wrong"), PATIENCE);

    assertThat(controller.on(machine())).asString().contains("refuses the login of nobody");
  }

  @Test
  void anotherMachinesBoardIsNeverSwitched() {
    var other = new MachineId(new UUID(7, 7));
    PowerController controller =
        IpmiPower.of(
            Map.of(other, IpmiBoard.at(simulator.address(), () -> LOGIN)),
            tool(PATIENCE),
            Deadlines.USUAL,
            Clock.systemUTC());

    assertThat(controller.softOff(other)).isInstanceOf(Answer.Refused.class);
    assertThat(simulator.on()).isTrue();
  }

  private PowerController at(Login login, Duration patience) {
    return at(IpmiBoard.at(simulator.address(), () -> login), patience);
  }

  private PowerController at(IpmiBoard board, Duration patience) {
    return IpmiPower.of(
        Map.of(machine(), board), tool(patience), Deadlines.USUAL, Clock.systemUTC());
  }

  /// The simulator tells nobody which cipher suites it knows.
  private IpmiTool tool(Duration patience) {
    return new IpmiTool(simulator.tool(), OptionalInt.of(3), patience, 4);
  }
}
