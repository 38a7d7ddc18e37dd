package dev.feierabend.core.reporting.energy;

import java.util.List;

/// How a period's hosts were used, all together.
///
/// @param siec what idling took, as a share of what being on took, 0 to 1
/// @param hoursOn of all hosts, as the others
/// @param boots how often any was switched on
public record Servers(
    int hosts,
    Utilisation utilisation,
    double siec,
    double hoursOn,
    double hoursOff,
    double hoursUnknown,
    int boots) {
  static Servers of(EnergyAccount account) {
    List<HostEnergy> hosts = account.hosts();
    return new Servers(
        hosts.size(),
        account.utilisation(),
        account.siec(),
        hosts.stream().mapToDouble(HostEnergy::hoursOn).sum(),
        hosts.stream().mapToDouble(HostEnergy::hoursOff).sum(),
        hosts.stream().mapToDouble(HostEnergy::hoursUnknown).sum(),
        hosts.stream().mapToInt(HostEnergy::boots).sum());
  }
}
