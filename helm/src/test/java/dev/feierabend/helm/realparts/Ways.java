package dev.feierabend.helm.realparts;

import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/// By which ways the service comes to power controllers and the vCenter.
interface Ways extends AutoCloseable {
  /// Where the service finds `server`.
  ///
  /// @param name under which the way is known
  /// @param trust in the server, where it speaks TLS
  URI to(String name, URI server, SSLContext trust);

  /// Where it finds a board, by the board's own address.
  String toBoard(String name, String address);

  /// What it asks boards with.
  Path tool(Path ipmitool);

  /// What it must trust besides the servers themselves, as PEM.
  String certificates();

  @Override
  void close();
}
