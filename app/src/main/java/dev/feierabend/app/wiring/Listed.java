package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;

/// Lets no host go down that isn't on the wake list on the disk: whoever brings the hosts back
/// while the service is gone has nothing but that. It is asked before a host is cordoned and
/// emptied, lest that be in vain, and again before it is switched off.
record Listed(HostPort hosts, PowerController power, WakeListKeeper list)
    implements HostPort, ForwardedPower {

  /// The same world, with the list before it.
  static Ports first(Ports ports, WakeListKeeper list) {
    Effects effects = ports.effects();
    var listed = new Listed(effects.hosts(), effects.power(), list);
    return new Ports(
        new ListedFleet(ports.fleet(), list.beyondReach()),
        new Effects(effects.workloads(), listed, listed, effects.readiness(), effects.abreast()),
        ports.load(),
        ports.foresight(),
        ports.closing());
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return list.obstacle(host).orElseGet(() -> hosts.cordon(host, action));
  }

  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return list.obstacle(host).orElseGet(() -> hosts.drain(host, moves, action));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return hosts.admit(host, action);
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return hosts.obstacle(host);
  }

  @Override
  public PowerController behind() {
    return power;
  }

  @Override
  public Answer softOff(MachineId machine) {
    return list.obstacle(machine).orElseGet(() -> power.softOff(machine));
  }
}
