package dev.feierabend.hypervisor.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.RedfishEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract on OpenStack's Redfish emulator, whose machines take 1 to 11 seconds, at random.
class RedfishOnTheEmulatorTest extends PowerControllerContract {
  private static final Map<UUID, Boolean> MACHINES =
      IntStream.range(0, 8).boxed().collect(Collectors.toMap(i -> new UUID(7, i), _ -> true));

  private static RedfishEmulator emulator;
  private static Iterator<UUID> fresh;

  @BeforeAll
  static void start() {
    emulator = RedfishEmulator.start(new TreeMap<>(MACHINES));
    fresh = MACHINES.keySet().iterator();
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @Override
  protected PowerController controller() {
    return at(emulator.uri());
  }

  @Override
  protected MachineId machine() {
    return new MachineId(fresh.next());
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return at(URI.create("http://127.0.0.1:" + socket.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of machines of this kind the emulator tells no more than its own firmware.
  @Test
  void itTellsWhatAMachineIsOnceItWasLookedAt() {
    PowerController controller = controller();
    var machine = new MachineId(MACHINES.keySet().iterator().next());
    assertThat(controller.make(machine)).isEqualTo(Make.UNTOLD);

    controller.state(machine);

    Make make = controller.make(machine);
    System.out.println("Told by the emulator: " + make);
    assertThat(make.facts()).extracting(Make.Fact::kind).contains(Make.Kind.CONTROLLER);
    assertThat(controller().state(machine)).isNotNull();
    assertThat(controller.make(machine)).isEqualTo(make);
  }

  private static PowerController at(URI controller) {
    Map<MachineId, RedfishSystem> systems =
        MACHINES.keySet().stream()
            .collect(
                Collectors.toMap(
                    MachineId::new,
                    uuid -> new RedfishSystem(controller, uuid.toString(), Optional.empty())));
    return RedfishPower.of(systems, RedfishClient.standard(), Deadlines.USUAL, Clock.systemUTC());
  }
}
