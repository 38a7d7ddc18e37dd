package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.ReadinessPort;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// The services that run in the data centre's guests. An address means, by the first part of its
/// host, a pool (`https://ahausen-office.example/health`) or a guest of that name; it answers while
/// every guest that is meant serves, and nothing goes wrong.
public final class Services implements ReadinessPort {
  private final DataCentre centre;
  private final Faults faults;

  public Services(DataCentre centre, Faults faults) {
    this.centre = centre;
    this.faults = faults;
  }

  @Override
  public Tested ask(URI target, Instant since) {
    Instant now = centre.now();
    String service = target.getHost().split("\\.", 2)[0];
    List<VirtualMachine> meant =
        centre.guests().stream().filter(machine -> runs(machine, service)).toList();
    if (meant.isEmpty()) {
      return new Tested.Failed("its host has no address");
    }
    if (faults.serviceFails(service, now)) {
      return new Tested.Failed("answered 503");
    }
    return meant.stream().allMatch(VirtualMachine::serves)
        ? Tested.PASSED
        : new Tested.Failed("nobody takes the connection");
  }

  private static boolean runs(VirtualMachine machine, String service) {
    return machine.guest.pool().value().equals(service) || machine.guest.name().equals(service);
  }
}
