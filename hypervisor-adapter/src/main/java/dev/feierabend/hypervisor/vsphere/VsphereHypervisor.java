package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.hypervisor.vsphere.Picture.SeenGuest;
import dev.feierabend.hypervisor.vsphere.Picture.SeenHost;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A vCenter's hosts and guests. Usage is known for the last hour, as long as hosts themselves keep
/// it; guests move within a cluster, without their disks.
public final class VsphereHypervisor implements HypervisorPort {
  private final Vcenter vcenter;
  private final Guests guests;
  private final Hosts hosts;
  private final Rights rights;
  private final Usages usages;

  public VsphereHypervisor(Vcenter vcenter) {
    this.vcenter = vcenter;
    this.guests = new Guests(vcenter.session(), vcenter.effects(), vcenter::now);
    this.hosts = new Hosts(vcenter.effects());
    this.rights = new Rights(vcenter.session());
    this.usages = new Usages(vcenter.session());
  }

  @Override
  public Set<Capability> capabilities() {
    return vcenter.last().map(rights::in).orElse(Set.of());
  }

  @Override
  public Sight look() {
    return vcenter.sight();
  }

  @Override
  public List<Sample> usage(Instant from, Instant to) {
    return switch (vcenter.look()) {
      case Vcenter.Seen(var picture) -> usages.between(picture, from, to);
      case Vcenter.Blind _ -> throw new Outage("How busy the hosts were can't be asked now");
    };
  }

  @Override
  public Answer migrate(MachineId guest, MachineId to) {
    return vcenter.seen(
        "move of " + guest,
        picture ->
            guest(
                picture,
                guest,
                seen -> host(picture, to, host -> guests.migrate(picture, seen, host))));
  }

  @Override
  public Answer enterMaintenance(MachineId host) {
    return onHost("maintenance of " + host, host, hosts::enterMaintenance);
  }

  @Override
  public Answer leaveMaintenance(MachineId host) {
    return onHost("service of " + host, host, hosts::leaveMaintenance);
  }

  @Override
  public Answer start(MachineId guest) {
    return vcenter.seen("start of " + guest, picture -> guest(picture, guest, guests::start));
  }

  @Override
  public Answer shutDown(MachineId guest, Patience patience) {
    return vcenter.seen(
        "shutdown of " + guest,
        picture -> guest(picture, guest, seen -> guests.shutDown(seen, patience)));
  }

  private Answer onHost(String what, MachineId host, Function<SeenHost, Answer> effect) {
    return vcenter.seen(what, picture -> host(picture, host, effect));
  }

  private static Answer host(Picture picture, MachineId id, Function<SeenHost, Answer> effect) {
    return picture.host(id).map(effect).orElseGet(() -> stranger("host", id));
  }

  private static Answer guest(Picture picture, MachineId id, Function<SeenGuest, Answer> effect) {
    return picture.guest(id).map(effect).orElseGet(() -> stranger("guest", id));
  }

  private static Answer stranger(String kind, MachineId id) {
    return new Answer.Refused(
        "Expected a %s that this vCenter knows but %s is none".formatted(kind, id));
  }
}
