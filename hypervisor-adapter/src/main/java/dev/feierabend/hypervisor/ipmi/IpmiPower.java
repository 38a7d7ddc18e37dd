package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.hypervisor.switching.Switchboard;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/// Switches machines through their IPMI boards.
public final class IpmiPower {
  private IpmiPower() {}

  public static Switchboard of(
      Map<MachineId, IpmiBoard> boards, IpmiTool tool, Deadlines deadlines, InstantSource clock) {
    return over(tool, boards, deadlines, clock);
  }

  static Switchboard over(
      Ipmi ipmi, Map<MachineId, IpmiBoard> boards, Deadlines deadlines, InstantSource clock) {
    Map<MachineId, IpmiMachine> machines =
        boards.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    each ->
                        new IpmiMachine(
                            each.getKey(), new IpmiLine(each.getValue(), ipmi, clock))));
    return new Switchboard("an IPMI controller", machines, deadlines, clock);
  }
}
