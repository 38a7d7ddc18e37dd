package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.hypervisor.libvirt.Picture.SeenGuest;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Hosts with KVM, through libvirt. What they were up to is known as long as it has been looked;
/// maintenance and a host's own power libvirt doesn't have.
public final class LibvirtHypervisor implements HypervisorPort, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LibvirtHosts hosts;
  private final Guests guests;
  private final Moves moves;

  LibvirtHypervisor(LibvirtHosts hosts) {
    this.hosts = hosts;
    this.guests = new Guests(hosts::now);
    this.moves = new Moves(hosts::now);
  }

  /// @param name of the hosts together, between which guests may move
  public static LibvirtHypervisor of(String name, List<LibvirtHost> hosts, InstantSource clock) {
    return new LibvirtHypervisor(new LibvirtHosts(name, hosts, NativeVirt::open, PATIENCE, clock));
  }

  @Override
  public Set<Capability> capabilities() {
    if (!hosts.hasBeenSeen()) {
      return Set.of();
    }
    var found =
        EnumSet.of(Capability.USAGE, Capability.START, Capability.SHUT_DOWN, Capability.SWITCH_OFF);
    if (hosts.migrates()) {
      found.add(Capability.MIGRATION);
    }
    return Collections.unmodifiableSet(found);
  }

  @Override
  public Sight look() {
    return hosts.sight();
  }

  @Override
  public List<Sample> usage(Instant from, Instant to) {
    List<Sample> samples = hosts.history().between(from, to);
    return switch (hosts.look()) {
      case LibvirtHosts.Seen _ -> samples;
      case LibvirtHosts.Blind _ -> throw new Outage("How busy the hosts are can't be asked now");
    };
  }

  @Override
  public Answer migrate(MachineId guest, MachineId to) {
    String what = "move of " + guest;
    return hosts.seen(
        what,
        picture ->
            picture
                .guest(guest)
                .map(seen ->
                    picture
                        .host(to)
                        .map(host -> moves.migrate(seen, host))
                        .orElseGet(() -> new Answer.Refused("Expected a host but found " + to)))
                .orElseGet(() -> stranger(picture, guest)));
  }

  @Override
  public Answer enterMaintenance(MachineId host) {
    return noMaintenance("maintenance of " + host);
  }

  @Override
  public Answer leaveMaintenance(MachineId host) {
    return noMaintenance("service of " + host);
  }

  private Answer noMaintenance(String what) {
    return hosts.seen(what, _ -> new Answer.Refused(what + ": libvirt has none"));
  }

  @Override
  public Answer start(MachineId guest) {
    return onGuest("start of " + guest, guest, guests::start);
  }

  @Override
  public Answer shutDown(MachineId guest, Patience patience) {
    return onGuest("shutdown of " + guest, guest, seen -> guests.shutDown(seen, patience));
  }

  /// Writes the guest's memory to its host's disk, where its next start goes on (`managedSave`):
  /// the way out for one that doesn't shut down. No other hypervisor is asked for it yet, so that
  /// it isn't the port's.
  public Answer save(MachineId guest) {
    return onGuest("saving of " + guest, guest, guests::save);
  }

  private Answer onGuest(String what, MachineId guest, Function<SeenGuest, Answer> effect) {
    return hosts.seen(
        what,
        picture ->
            moves
                .earlier(guest, what)
                .orElseGet(() ->
                    picture.guest(guest).map(effect).orElseGet(() -> stranger(picture, guest))));
  }

  /// Who isn't seen may be on a host that isn't heard.
  private static Answer stranger(Picture picture, MachineId guest) {
    String sentence = "Expected a guest that these hosts know but %s is none".formatted(guest);
    return picture
        .unheard()
        .<Answer>map(because -> new Answer.Unknown("%s; %s".formatted(sentence, because)))
        .orElseGet(() -> new Answer.Refused(sentence));
  }

  @Override
  public void close() {
    hosts.close();
  }
}
