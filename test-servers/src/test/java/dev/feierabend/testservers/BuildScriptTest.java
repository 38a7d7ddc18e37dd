package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildScriptTest {
  private static final List<String> NEEDED =
      List.of("sh", "dirname", "awk", "sha256sum", "cut", "cat", "sed", "mkdir");

  @TempDir private Path tools;
  @TempDir private Path cache;

  @Test
  void withoutGoTheControlPlaneSaysWhatToInstall() throws Exception {
    Run run = build("control-plane");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).startsWith("Expected Go 1.26 or newer").contains("Install it");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void withoutGoTheCheckerOfEvidenceSaysWhatToInstall() throws Exception {
    Run run = build("evidence");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).startsWith("Expected Go 1.26 or newer for the check of evidence");
  }

  @Test
  void withoutMavenStrimzisDefinitionsSayWhatToInstall() throws Exception {
    Run run = build("strimzi");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).contains("Strimzi's definitions of kinds").contains("install maven");
  }

  @Test
  void anOldGoIsNamedWithItsVersion() throws Exception {
    program("go", "echo go version go1.19.8 linux/amd64");

    Run run = build("control-plane");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).contains("but found 1.19");
  }

  @Test
  void withoutPythonTheEmulatorSaysWhatToInstall() throws Exception {
    Run run = build("redfish");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).contains("apt-get install python3-venv");
  }

  @Test
  void withoutPythonTheDocumentStoreSaysWhatToInstall() throws Exception {
    Run run = build("secantusdb");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said())
        .startsWith("Expected Python 3 with venv for SecantusDB")
        .contains("apt-get install python3-venv");
  }

  @Test
  void withoutTheirToolsWhatIsComparedWithIsMissed() throws Exception {
    assertThat(build("kube-green").said()).startsWith("Expected Go 1.26 or newer for kube-green");
    assertThat(build("kube-downscaler").said())
        .startsWith("Expected Python 3 with venv for kube-downscaler");
    program("python3", "exit 0");
    assertThat(build("kube-downscaler").said())
        .isEqualTo("Expected git for kube-downscaler but found none. Try: apt-get install git\n");
  }

  @Test
  void whatIsInTheCacheNeedsNoTool() throws Exception {
    Path home = RealServers.require(Server.REDFISH).home();
    Run run = build("redfish", home.getParent().getParent());

    assertThat(run.exit()).isZero();
    assertThat(run.printed()).isEqualTo(home.toString());
  }

  @Test
  void anUnknownServerIsRefused() throws Exception {
    assertThat(build("mainframe").said()).contains("but found \"mainframe\"");
  }

  private record Run(int exit, String printed, String said) {}

  private Run build(String server) throws IOException, InterruptedException {
    return build(server, cache);
  }

  /// With nothing on the PATH but what every system has, and what a test has put there.
  private Run build(String server, Path cache) throws IOException, InterruptedException {
    for (String tool : NEEDED) {
      program(tool, "exec %s \"$@\"".formatted(whereIs(tool)));
    }
    Path script = Build.folder(Path.of("").toAbsolutePath()).resolve("build");
    Path said = tools.resolve("said");
    var builder = new ProcessBuilder(script.toString(), server).redirectError(said.toFile());
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("FEIERABEND_CACHE", cache.toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return new Run(process.waitFor(), printed, Files.readString(said));
  }

  private void program(String name, String line) throws IOException {
    Path program = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + line + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  private static Path whereIs(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}
