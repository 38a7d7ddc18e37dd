package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.planning.FleetPort.Power;

/// Whether a machine is on, in vSphere's words.
final class Life {
  /// Who keeps the agents that vCenter itself puts on hosts, and takes away where they are in the
  /// way.
  private static final String AGENTS = "com.vmware.vim.eam";

  private Life() {}

  /// A host in standby is off. One that was shut down through vCenter is in no certain state, says
  /// its documentation, and can't be woken by it. One that it doesn't hear of may be anything.
  static Power ofHost(Facts host) {
    boolean heard = host.text("runtime.connectionState").equals("connected");
    return switch (host.text("runtime.powerState")) {
      case "poweredOn" -> heard ? Power.ON : Power.UNKNOWN;
      case "standBy" -> Power.OFF;
      default -> Power.UNKNOWN;
    };
  }

  /// @param hostSleeps with its host, a guest is out of sight too: it is as it was left
  static Power ofGuest(Facts guest, boolean hostSleeps) {
    boolean seen = guest.text("runtime.connectionState").equals("connected");
    return seen || hostSleeps ? told(guest) : Power.UNKNOWN;
  }

  /// True where something would be lost with its host; what can't be told, runs.
  static boolean takesRoom(Facts guest) {
    return told(guest) != Power.OFF;
  }

  /// False for templates, which never run, and for vCenter's own agents.
  static boolean isGuest(Facts machine) {
    return !machine.yes("config.template")
        && !machine.value("config.managedBy").textAt("extensionKey").equals(AGENTS);
  }

  private static Power told(Facts guest) {
    return switch (guest.text("runtime.powerState")) {
      case "poweredOn" -> Power.ON;
      case "poweredOff", "suspended" -> Power.OFF;
      default -> Power.UNKNOWN;
    };
  }
}
