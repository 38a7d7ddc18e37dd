package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort;

/// The fleet with its hosts' power as their controllers tell it, true or not. A controller that
/// says off while the host answers is in doubt, so its power is unknown.
public record SeenByControllers(FleetPort fleet, PowerController power) implements FleetPort {

  @Override
  public Snapshot observe() {
    return fleet.observe().each(this::told);
  }

  private Host told(Host host) {
    Power said = power.state(host.id());
    Power seen = said == Power.OFF && host.ready() ? Power.UNKNOWN : said;
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        host.energy(),
        seen,
        host.ready(),
        host.cordoned(),
        host.protection(),
        host.occupied(),
        host.seen());
  }
}
