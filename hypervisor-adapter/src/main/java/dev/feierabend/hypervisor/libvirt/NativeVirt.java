package dev.feierabend.hypervisor.libvirt;

import com.sun.jna.NativeLibrary;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.libvirt.Trouble.Kind;
import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libvirt.Connect;
import org.libvirt.DomainInfo;
import org.libvirt.LibvirtException;
import org.libvirt.NodeInfo;
import org.libvirt.jna.Libvirt;

/// libvirt's own library, through its binding for Java: each method a line or two of it.
final class NativeVirt implements Virt {
  private static final int EVERY_DOMAIN = 0;
  private static final int KIB_IN_MIB = 1024;

  /// Kept, for the library calls it: else it tells standard error whatever goes wrong.
  private static final Libvirt.VirErrorCallback MUTE = (_, _) -> {};

  private final Connect connect;

  private NativeVirt(Connect connect) {
    this.connect = connect;
  }

  static Virt open(URI uri) throws Trouble {
    try {
      NativeLibrary.getInstance("virt")
          .getFunction("virSetErrorFunc")
          .invoke(new Object[] {null, MUTE});
      return new NativeVirt(new Connect(uri.toString()));
    } catch (LibvirtException e) {
      throw new Trouble(Kind.SILENT, words(e));
    } catch (LinkageError e) {
      throw new Trouble(
          Kind.SILENT, "Expected libvirt's library but found none. Try: apt-get install libvirt0");
    }
  }

  private interface Call<T> {
    T run() throws LibvirtException;
  }

  private static <T> T asked(Call<T> call) throws Trouble {
    try {
      return call.run();
    } catch (LibvirtException e) {
      throw new Trouble(kind(e), words(e));
    }
  }

  /// libvirt distinguishes what it can't and what it won't in many ways, and says so; only of what
  /// lies between it and the host nobody knows how far it came.
  private static Kind kind(LibvirtException e) {
    org.libvirt.Error error = e.getError();
    return switch (error.getCode()) {
      case VIR_ERR_SYSTEM_ERROR,
          VIR_ERR_RPC,
          VIR_ERR_NO_CONNECT,
          VIR_ERR_INVALID_CONN,
          VIR_ERR_GNUTLS_ERROR,
          VIR_ERR_SSH,
          VIR_ERR_LIBSSH,
          VIR_ERR_NO_SERVER,
          VIR_ERR_AUTH_FAILED,
          VIR_ERR_INTERNAL_ERROR,
          VIR_ERR_UNKNOWN ->
          Kind.SILENT;
      case VIR_ERR_RESOURCE_BUSY, VIR_ERR_OPERATION_TIMEOUT, VIR_ERR_BLOCK_COPY_ACTIVE -> Kind.BUSY;
      default -> Kind.REFUSED;
    };
  }

  private static String words(LibvirtException e) {
    return String.valueOf(e.getMessage()).strip();
  }

  @Override
  public boolean isAlive() {
    try {
      return connect.isAlive();
    } catch (LibvirtException _) {
      return false;
    }
  }

  @Override
  public Told look() throws Trouble {
    return asked(() -> {
      NodeInfo node = connect.nodeInfo();
      var domains = new ArrayList<Domain>();
      for (org.libvirt.Domain domain : connect.listAllDomains(EVERY_DOMAIN)) {
        told(domain).ifPresent(domains::add);
      }
      boolean migrates = connect.getCapabilities().contains("<migration_features>");
      return new Told(node.cpus, node.memory / KIB_IN_MIB, migrates, domains);
    });
  }

  /// Empty where it has gone in the meantime.
  private static Optional<Domain> told(org.libvirt.Domain domain) throws LibvirtException {
    try {
      DomainInfo info = domain.getInfo();
      return Optional.of(
          new Domain(
              MachineId.of(domain.getUUIDString()),
              domain.getName(),
              info.nrVirtCpu,
              info.memory / KIB_IN_MIB,
              power(info.state),
              info.cpuTime,
              domain.isPersistent() == 1,
              pin(domain.getXMLDesc(0))));
    } catch (LibvirtException e) {
      org.libvirt.Error error = e.getError();
      if (error.getCode() == org.libvirt.Error.ErrorNumber.VIR_ERR_NO_DOMAIN) {
        return Optional.empty();
      }
      throw e;
    } finally {
      domain.free();
    }
  }

  /// What is paused keeps its memory on the host, and is on; what has crashed may.
  private static Power power(DomainInfo.@Nullable DomainState state) {
    return switch (state) {
      case VIR_DOMAIN_RUNNING,
          VIR_DOMAIN_BLOCKED,
          VIR_DOMAIN_PAUSED,
          VIR_DOMAIN_SHUTDOWN,
          VIR_DOMAIN_PMSUSPENDED ->
          Power.ON;
      case VIR_DOMAIN_SHUTOFF -> Power.OFF;
      case null, default -> Power.UNKNOWN;
    };
  }

  private static Optional<String> pin(String description) {
    return description.contains("<hostdev")
        ? Optional.of("it has a device of its host")
        : Optional.empty();
  }

  private interface Effect {
    void on(org.libvirt.Domain domain) throws LibvirtException;
  }

  private void with(MachineId guest, Effect effect) throws Trouble {
    List<Object> _ =
        asked(() -> {
          org.libvirt.Domain domain = connect.domainLookupByUUID(guest.value());
          try {
            effect.on(domain);
          } finally {
            domain.free();
          }
          return List.of();
        });
  }

  @Override
  public void start(MachineId guest) throws Trouble {
    with(guest, org.libvirt.Domain::create);
  }

  @Override
  public void shutDown(MachineId guest) throws Trouble {
    with(guest, org.libvirt.Domain::shutdown);
  }

  @Override
  public void switchOff(MachineId guest) throws Trouble {
    with(guest, org.libvirt.Domain::destroy);
  }

  @Override
  public void save(MachineId guest) throws Trouble {
    with(guest, org.libvirt.Domain::managedSave);
  }

  /// What is defined goes along and leaves nothing behind.
  @Override
  public void migrate(MachineId guest, boolean runs, Virt to) throws Trouble {
    int how = runs ? org.libvirt.Domain.MigrateFlags.LIVE : org.libvirt.Domain.MigrateFlags.OFFLINE;
    long flags =
        how
            | org.libvirt.Domain.MigrateFlags.PERSIST_DEST
            | org.libvirt.Domain.MigrateFlags.UNDEFINE_SOURCE;
    if (!(to instanceof NativeVirt target)) {
      throw new Trouble(Kind.REFUSED, "the target isn't libvirt's");
    }
    with(guest, domain -> domain.migrate(target.connect, flags, "", "", 0).free());
  }

  @Override
  public void close() {
    try {
      connect.close();
    } catch (LibvirtException _) {
      // It was broken already.
    }
  }
}
