package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// libvirt's own test driver: a host that exists only in the process that connects to it, with
/// guests that start, save and shut down at once. Each connection has its own.
public final class LibvirtDriver {
  private LibvirtDriver() {}

  /// A guest that runs.
  public record Guest(String name, UUID uuid) {}

  /// Where a host with these guests can be connected to; where libvirt can't be had here, the test
  /// is skipped.
  ///
  /// @param folder where the host's description is kept as long as somebody may connect to it
  public static URI host(Path folder, String name, List<Guest> guests) {
    BuiltServer built = RealServers.require(Server.LIBVIRT);
    System.setProperty("jna.library.path", built.home().resolve("lib").toString());
    String domains = guests.stream().map(LibvirtDriver::domain).collect(Collectors.joining());
    try {
      Path file = Files.writeString(folder.resolve(name + ".xml"), node(domains));
      return URI.create("test://" + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String node(String domains) {
    return """
    <node>
      <cpu><mhz>3000</mhz><model>x86_64</model><active>16</active><nodes>1</nodes>
        <sockets>2</sockets><cores>8</cores><threads>1</threads></cpu>
      <memory>67108864</memory>
      %s
    </node>
    """
        .formatted(domains);
  }

  private static String domain(Guest guest) {
    return """
    <domain type='test'><name>%s</name><uuid>%s</uuid><memory>1048576</memory><vcpu>2</vcpu>
      <os><type arch='x86_64'>hvm</type></os></domain>
    """
        .formatted(guest.name(), guest.uuid());
  }
}
