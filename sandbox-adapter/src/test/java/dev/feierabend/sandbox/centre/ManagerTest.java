package dev.feierabend.sandbox.centre;

import static dev.feierabend.sandbox.centre.SmallCentre.START;
import static dev.feierabend.sandbox.centre.SmallCentre.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract in the sandbox: host 1 has room for one guest of host 0, and host 2 is emptied.
class ManagerTest extends HypervisorPortContract {
  private final SmallCentre small = new SmallCentre();

  @Override
  protected HypervisorPort hypervisor() {
    return new Manager(small.centre, Faults.NONE, new Luck(7));
  }

  @Override
  protected HypervisorPort unreachable() {
    return new Manager(
        small.centre,
        new Faults() {
          @Override
          public Call call(String verb, String subject, int count) {
            return Call.UNAVAILABLE;
          }

          @Override
          public boolean bootHangs(MachineId host, Instant at) {
            return false;
          }
        },
        new Luck(7));
  }

  /// How busy it was is `SandboxLoad`'s to tell, and here nothing is switched off.
  @Override
  protected Set<Capability> promised() {
    return EnumSet.of(
        Capability.MIGRATION, Capability.MAINTENANCE, Capability.START, Capability.SHUT_DOWN);
  }

  @Override
  protected MachineId guest() {
    return id(0);
  }

  private static MachineId id(int number) {
    return MachineId.of(SmallCentre.guest(number).value().substring("guest/".length()));
  }

  @Override
  protected MachineId target(MachineId guest) {
    return host(1);
  }

  @Override
  protected MachineId hostToEmpty() {
    return host(2);
  }

  @Override
  protected Instant now() {
    return START;
  }

  @Override
  protected void letTimePass() {
    small.after(20);
  }

  @Test
  void aGuestThatIsTiedToItsHostSaysSoAndStays() {
    HypervisorPort hypervisor = hypervisor();

    assertThat(hypervisor.migrate(id(2), host(1))).isInstanceOf(Answer.Refused.class);

    assertThat(seen(hypervisor).guests())
        .filteredOn(guest -> guest.pinned().isPresent())
        .extracting(Guest::id)
        .isEqualTo(List.of(id(2), id(5), id(8)));
  }

  @Test
  void oneTooManyFindsNoRoom() {
    HypervisorPort hypervisor = hypervisor();
    assertThat(hypervisor.migrate(id(0), host(1))).isEqualTo(Answer.DONE);

    assertThat(hypervisor.migrate(id(1), host(1))).isInstanceOf(Answer.Refused.class);
  }
}
