package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a server's programs lie after `test-servers/build`, and the project's folder of its
/// settings.
record BuiltServer(Path home, Path settings) {

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /// `etcd 3.6.16 sha256:…`, a line for each thing that was built or fetched.
  List<String> versions() {
    try {
      return Files.readAllLines(home.resolve("VERSIONS"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
