package dev.feierabend.hypervisor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The contract on an emulator that shows a certificate: begun once, in its own time, and trusted
/// by whoever knows it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EmulatedHallContract<H extends EmulatedHall> extends HypervisorPortContract {
  private @Nullable H begun;

  protected abstract H begin();

  protected final H hall() {
    return requireNonNull(begun);
  }

  @BeforeAll
  void start() {
    begun = begin();
  }

  @AfterAll
  void stop() {
    if (begun != null) {
      begun.close();
    }
  }

  @Override
  protected final HypervisorPort hypervisor() {
    return hall().hypervisor();
  }

  @Override
  protected final HypervisorPort unreachable() {
    return hall().unreachable();
  }

  @Override
  protected final MachineId guest() {
    return hall().guest();
  }

  @Override
  protected final MachineId target(MachineId guest) {
    return hall().target(guest);
  }

  @Override
  protected final MachineId hostToEmpty() {
    return hall().hostToEmpty();
  }

  @Override
  protected final Instant now() {
    return Instant.now();
  }

  @Test
  void itDoesNotLetInWhoHasAnotherPassword() {
    assertThat(hall().withPassword("falsch").look()).isInstanceOf(Sight.Unseen.class);
  }

  @Test
  void aServerForWhichNobodyVouchesIsNotSeen() {
    assertThat(hall().untrusting().look())
        .isInstanceOfSatisfying(
            Sight.Unseen.class,
            unseen -> assertThat(unseen.because()).contains("certification path"));
  }
}
