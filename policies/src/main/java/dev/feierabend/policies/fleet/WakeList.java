package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The hosts that sleep and all that it takes to switch them on, for whoever has to do it while the
/// service and its store are gone. Secrets are named by their files and never stand in it.
///
/// @param name of the fleet
/// @param controllers those of `hosts`, and no others
/// @param hosts in the order in which they are asked for: who must begin to boot first comes first
public record WakeList(
    String name, Instant written, Means means, List<Controller> controllers, List<Sleeper> hosts) {

  private static final Set<String> KINDS =
      Set.of(Controller.REDFISH, Controller.IPMI, Controller.WAKE_ON_LAN, Controller.VSPHERE);

  public WakeList {
    controllers = List.copyOf(controllers);
    hosts =
        hosts.stream()
            .sorted(Comparator.comparing(Sleeper::begin).thenComparing(Sleeper::name))
            .toList();
  }

  /// A host that sleeps.
  ///
  /// @param readyBy by when it is needed, where that is known
  /// @param boot how long it takes to boot
  public record Sleeper(
      MachineId id, String name, Control control, Optional<Instant> readyBy, Duration boot) {
    /// By when it must be switched on; last of all where nobody knows.
    public Instant begin() {
      return readyBy.map(needed -> needed.minus(boot)).orElse(Instant.MAX);
    }
  }

  /// What controllers are spoken to with.
  ///
  /// @param credentials the folder with the files of logins that controllers name
  /// @param authorities certificates that those of Redfish controllers and vCenters must lead to,
  ///   DER in Base64; none: those that the machine trusts
  /// @param ipmitool the program that speaks IPMI
  /// @param ipmiCipher the cipher suite of all boards; asked of each where none is said
  /// @param ipmiAtOnce how many boards are spoken to at a time
  public record Means(
      Optional<String> credentials,
      List<String> authorities,
      String ipmitool,
      OptionalInt ipmiCipher,
      int ipmiAtOnce) {
    public Means {
      authorities = List.copyOf(authorities);
    }
  }

  /// Whether `wake` can switch on what a controller of this kind does: it needs neither a cluster
  /// nor anything else that may be gone. A vCenter is asked as a board is, for it is there without
  /// the hosts that sleep; Proxmox VE isn't, for it takes a majority of nodes that are awake, and
  /// their addresses.
  public static boolean reaches(String kind) {
    return KINDS.contains(kind);
  }

  /// True for lists of the same hosts by the same means, whenever they were written.
  public boolean saysTheSameAs(WakeList other) {
    return name.equals(other.name)
        && means.equals(other.means)
        && controllers.equals(other.controllers)
        && hosts.equals(other.hosts);
  }

  /// Whether a host is on it.
  public boolean names(MachineId host) {
    return hosts.stream().anyMatch(sleeper -> sleeper.id().equals(host));
  }
}
