package dev.feierabend.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The command lines of this machine's processes, as often as a program is run in whose place this
/// stands, and who may read that program's environment.
record ProcessList(Path file) {
  static ProcessList in(Path folder) {
    return new ProcessList(folder.resolve("process-list"));
  }

  /// Looks around whenever it is run, and is `program` then.
  Path before(Path program) throws IOException {
    Path looking =
        Files.writeString(
            file.resolveSibling("looking-" + program.getFileName()),
            """
            #!/bin/sh
            cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' >>%1$s
            echo >>%1$s
            stat -c 'environment %%A' /proc/$$/environ >>%1$s
            exec %2$s "$@"
            """
                .formatted(file, program));
    return Files.setPosixFilePermissions(looking, PosixFilePermissions.fromString("rwx------"));
  }

  String text() throws IOException {
    return Files.readString(file);
  }
}
