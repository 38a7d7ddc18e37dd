package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.hypervisor.proxmox.Picture.SeenHost;
import dev.feierabend.hypervisor.switching.Board;
import dev.feierabend.hypervisor.switching.Look;
import dev.feierabend.policies.terms.MachineId;
import java.util.EnumSet;
import java.util.Optional;

/// One node as what the others say of it, and do for it.
record ProxmoxNode(MachineId id, ProxmoxCluster cluster) implements Board {
  @Override
  public Look look() {
    return switch (cluster.look()) {
      case ProxmoxCluster.Blind(var why) -> hidden(why);
      case ProxmoxCluster.Seen(var picture) ->
          picture
              .host(id)
              .<Look>map(host -> new Look.Seen(new NodeView(host, picture.quorum(), cluster)))
              .orElseGet(() -> Look.Hidden.refused(stranger()));
    };
  }

  private static Look.Hidden hidden(Reply why) {
    return why instanceof Reply.Barred(var answer, var because)
        ? new Look.Hidden(answer, because)
        : Look.Hidden.unknown(Reply.because(why));
  }

  private String stranger() {
    return "Expected a node that this cluster knows but %s is none".formatted(id);
  }

  /// A node that nobody could wake isn't shut down either.
  @Override
  public PowerOffer offer() {
    return switch (cluster.look()) {
      case ProxmoxCluster.Blind(var why) -> new PowerOffer.Unknown(Reply.because(why));
      case ProxmoxCluster.Seen(var picture) -> offer(picture.host(id));
    };
  }

  private PowerOffer offer(Optional<SeenHost> host) {
    if (host.isEmpty()) {
      return PowerOffer.NOTHING;
    }
    var offered = EnumSet.of(PowerCapability.STATE);
    return switch (WakeCard.of(cluster.access(), host.get().node())) {
      case WakeCard.Unknown(var because) -> new PowerOffer.Unknown(because);
      case WakeCard.None _ -> new PowerOffer.Known(offered);
      case WakeCard.Known _ -> {
        if (cluster.rights().switchNodes()) {
          offered.addAll(EnumSet.of(PowerCapability.ON, PowerCapability.SOFT_OFF));
        }
        yield new PowerOffer.Known(offered);
      }
    };
  }

  @Override
  public PowerReading reading() {
    return new PowerReading.NotOffered("Proxmox VE measures no power");
  }

  @Override
  public Discreet discreet() {
    return cluster.discreet();
  }
}
