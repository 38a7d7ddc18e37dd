package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.hypervisor.proxmox.Picture.SeenGuest;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A cluster's nodes and guests. Guests move within it, without their disks, and containers only
/// while they are off. Its API takes no node into maintenance; that an administrator has is seen.
public final class ProxmoxHypervisor implements HypervisorPort {
  private final ProxmoxCluster cluster;
  private final Guests guests;
  private final Shutdowns shutdowns;
  private final Usages usages;

  public ProxmoxHypervisor(ProxmoxCluster cluster) {
    this.cluster = cluster;
    var effects = new Effects(cluster);
    this.guests = new Guests(effects);
    this.shutdowns = new Shutdowns(effects, cluster::now);
    this.usages = new Usages(cluster.access());
  }

  @Override
  public Set<Capability> capabilities() {
    return cluster
        .last()
        .map(picture -> cluster.rights().capabilities(picture.inventory().clusters().size() > 0))
        .orElse(Set.of());
  }

  @Override
  public Sight look() {
    return cluster.sight();
  }

  @Override
  public List<Sample> usage(Instant from, Instant to) {
    return switch (cluster.look()) {
      case ProxmoxCluster.Seen(var picture) -> usages.between(picture, from, to, cluster.now());
      case ProxmoxCluster.Blind _ -> throw new Outage("How busy the hosts were can't be asked now");
    };
  }

  @Override
  public Answer migrate(MachineId guest, MachineId to) {
    String what = "move of " + guest;
    return onGuest(
        what,
        guest,
        (picture, seen) ->
            picture
                .host(to)
                .map(host -> guests.migrate(seen, host))
                .orElseGet(() -> stranger("host", to)));
  }

  @Override
  public Answer enterMaintenance(MachineId host) {
    return noMaintenance("maintenance of " + host, host);
  }

  @Override
  public Answer leaveMaintenance(MachineId host) {
    return noMaintenance("service of " + host, host);
  }

  @Override
  public Answer start(MachineId guest) {
    return onGuest("start of " + guest, guest, (_, seen) -> guests.start(seen));
  }

  @Override
  public Answer shutDown(MachineId guest, Patience patience) {
    return onGuest("shutdown of " + guest, guest, (_, seen) -> shutdowns.shutDown(seen, patience));
  }

  private Answer noMaintenance(String what, MachineId host) {
    return cluster.seen(
        what,
        picture ->
            picture
                .host(host)
                .<Answer>map(seen ->
                    new Answer.Refused(
                        "%s: Proxmox VE's API offers none; on %s itself it is `ha-manager crm-command node-maintenance`"
                            .formatted(what, seen.node())))
                .orElseGet(() -> stranger("host", host)));
  }

  private interface Effect {
    Answer on(Picture picture, SeenGuest guest);
  }

  /// Number and UUID belong together as of now, not as of an hour ago: a number is given anew.
  private Answer onGuest(String what, MachineId guest, Effect effect) {
    cluster
        .last()
        .flatMap(picture -> picture.guest(guest))
        .map(SeenGuest::place)
        .ifPresent(cluster::doubt);
    return cluster.seen(
        what,
        picture -> {
          Optional<SeenGuest> seen = picture.guest(guest);
          return picture.quorum().has()
              ? seen.map(it -> effect.on(picture, it)).orElseGet(() -> stranger("guest", guest))
              : noQuorum(what);
        });
  }

  static Answer noQuorum(String what) {
    return new Answer.NotYet(
        what + ": the cluster has no majority of its nodes, and changes nothing without one");
  }

  private static Answer stranger(String kind, MachineId id) {
    return new Answer.Refused(
        "Expected a %s that this cluster knows but %s is none".formatted(kind, id));
  }
}
