package dev.feierabend.app.demo;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.centre.Faults;
import java.time.Instant;
import java.util.Optional;

/// What goes wrong in the week that is shown: now and then a call by seed, and on one morning a
/// host that doesn't wake.
final class DemoFaults implements Faults {
  private final Faults byChance;
  private final Instant morning;
  private final Instant noon;
  private Optional<MachineId> dead = Optional.empty();

  /// @param morning from when on the first host that is switched on hangs, until noon
  DemoFaults(long seed, Instant morning, Instant noon) {
    this.byChance = Faults.of(seed, 0.004);
    this.morning = morning;
    this.noon = noon;
  }

  /// The host that hangs, once it does.
  Optional<MachineId> dead() {
    return dead;
  }

  @Override
  public Call call(String verb, String subject, int count) {
    return byChance.call(verb, subject, count);
  }

  @Override
  public boolean bootHangs(MachineId host, Instant at) {
    if (at.isBefore(morning) || !at.isBefore(noon)) {
      return false;
    }
    dead = dead.or(() -> Optional.of(host));
    return dead.filter(host::equals).isPresent();
  }
}
