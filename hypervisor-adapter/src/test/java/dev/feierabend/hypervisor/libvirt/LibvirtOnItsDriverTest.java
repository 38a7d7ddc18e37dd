package dev.feierabend.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.LibvirtDriver;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract on libvirt's own library with its test driver: two hosts of ten guests each.
class LibvirtOnItsDriverTest extends HypervisorPortContract {
  private static final MachineId FIRST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MachineId SECOND = MachineId.of("00000000-0000-0000-0000-000000000002");

  @TempDir private static Path folder;
  private static LibvirtHypervisor hypervisor;
  private static final Set<MachineId> TAKEN = new HashSet<>();

  @BeforeAll
  static void connect() {
    hypervisor =
        LibvirtHypervisor.of(
            "kvm", List.of(host(FIRST, "kvm1"), host(SECOND, "kvm2")), Clock.systemUTC());
  }

  private static LibvirtHost host(MachineId id, String name) {
    List<LibvirtDriver.Guest> guests =
        IntStream.range(0, 10)
            .mapToObj(it -> new LibvirtDriver.Guest(name + "-" + it, UUID.randomUUID()))
            .toList();
    return new LibvirtHost(id, name, LibvirtDriver.host(folder, name, guests));
  }

  @AfterAll
  static void leave() {
    if (hypervisor != null) {
      hypervisor.close();
    }
  }

  @Override
  protected HypervisorPort hypervisor() {
    return hypervisor;
  }

  @Override
  protected HypervisorPort unreachable() {
    URI nobody = URI.create("qemu+unix:///system?socket=" + folder.resolve("nobody"));
    return LibvirtHypervisor.of(
        "kvm", List.of(new LibvirtHost(FIRST, "kvm1", nobody)), Clock.systemUTC());
  }

  /// It has no maintenance, and its test driver moves no guests.
  @Override
  protected Set<Capability> promised() {
    return EnumSet.complementOf(EnumSet.of(Capability.MAINTENANCE, Capability.MIGRATION));
  }

  @Override
  protected MachineId guest() {
    return seen(hypervisor).guests().stream()
        .filter(guest -> guest.power() == Power.ON)
        .map(Guest::id)
        .filter(TAKEN::add)
        .findFirst()
        .orElseThrow();
  }

  @Override
  protected MachineId target(MachineId guest) {
    MachineId on = seen(hypervisor).guest(guest).orElseThrow().on().orElseThrow();
    return on.equals(FIRST) ? SECOND : FIRST;
  }

  @Override
  protected MachineId hostToEmpty() {
    return SECOND;
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Test
  void severalHostsAreSeenAsOne() {
    Inventory seen = seen(hypervisor);

    assertThat(seen.hosts()).extracting(Inventory.Host::name).containsExactly("kvm1", "kvm2");
    assertThat(seen.guests()).hasSize(20);
  }

  @Test
  void aGuestThatIsSavedIsOffAndGoesOnWhereItWas() {
    MachineId guest = guest();

    assertThat(hypervisor.save(guest)).isEqualTo(Answer.DONE);
    assertThat(hypervisor.save(guest)).isEqualTo(Answer.DONE);
    assertThat(seen(hypervisor).guest(guest)).map(Guest::power).contains(Power.OFF);

    assertThat(hypervisor.start(guest)).isEqualTo(Answer.DONE);
    assertThat(seen(hypervisor).guest(guest)).map(Guest::power).contains(Power.ON);
  }

  @Test
  void aGuestIsAskedToShutDownAndThatIsSeenAtTheNextLook() {
    MachineId guest = guest();

    assertThat(hypervisor.shutDown(guest, Patience.of(Duration.ofMinutes(1))))
        .isEqualTo(Answer.STILL_ASKED);
    assertThat(hypervisor.shutDown(guest, Patience.of(Duration.ofMinutes(1))))
        .isEqualTo(Answer.DONE);
  }
}
