package dev.feierabend.app.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A computer of its own for a script: a folder with a copy of the checkout's scripts, a PATH with
/// the few tools a bare system has, and whatever a test adds.
final class FakeSystem {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "bash",
          "env",
          "sed",
          "awk",
          "grep",
          "readlink",
          "id",
          "find",
          "touch",
          "mkdir",
          "cat",
          "mv",
          "rm",
          "mktemp",
          "tee",
          "dirname",
          "sleep",
          "sort");

  final Path root;
  final Path checkout;
  private final Map<String, String> environment = new HashMap<>();

  FakeSystem(Path root) throws IOException {
    this.root = root.toRealPath();
    this.checkout = Files.createDirectories(this.root.resolve("checkout"));
    var path = Files.createDirectories(this.root.resolve("path"));
    for (String tool : TOOLS) {
      executable(path.resolve(tool), "exec %s \"$@\"\n".formatted(installed(tool)));
    }
    for (String script :
        List.of(
            "mvnw",
            "feierabend",
            ".ci/run",
            "bin/find-jdk.sh",
            "bin/install-missing.sh",
            "bin/train.sh")) {
      Files.createDirectories(checkout.resolve(script).getParent());
      Files.copy(Checkout.ROOT.resolve(script), checkout.resolve(script));
    }
    Files.createDirectories(checkout.resolve("bin/training"));
    with("PATH", path.toString());
    with("HOME", this.root.resolve("home").toString());
    with("FEIERABEND_JDK_DIRS", this.root.resolve("jdks").toString());
    with("FEIERABEND_MAVEN_DIRS", this.root.resolve("mavens").toString());
  }

  record Outcome(int exit, String out, String err) {}

  FakeSystem with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// A tool on PATH that does `script`.
  FakeSystem tool(String name, String script) throws IOException {
    var file = root.resolve("path").resolve(name);
    Files.deleteIfExists(file);
    executable(file, script);
    return this;
  }

  FakeSystem remove(String tool) throws IOException {
    Files.delete(root.resolve("path").resolve(tool));
    return this;
  }

  /// A JDK in the usual folder; its `java` prints its arguments.
  Path jdk(String version) throws IOException {
    var home = root.resolve("jdks/jdk-" + version);
    executable(home.resolve("bin/javac"), "exit 1");
    executable(
        home.resolve("bin/java"),
        """
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) echo cache >"${argument#*=}" ;; esac
        done
        printf '%s\\n' "$@"
        """);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }

  /// What a Maven of that version does, as far as it matters here.
  static String maven(String version) {
    return """
    [ "$1" = --version ] && { echo "Apache Maven %s"; exit 0; }
    echo "$JAVA_HOME $PWD $*"
    """
        .formatted(version);
  }

  static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Expected to make " + file + " executable");
    }
  }

  Outcome run(String script, String... arguments) throws IOException, InterruptedException {
    var out = root.resolve("out");
    var err = root.resolve("err");
    var command =
        Stream.concat(Stream.of(checkout.resolve(script).toString()), Stream.of(arguments))
            .toList();
    var builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exit = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Outcome(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static Path installed(String tool) throws IOException {
    return Stream.of("/bin", "/usr/bin", "/usr/local/bin")
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException("Expected " + tool + " on this system"));
  }
}
