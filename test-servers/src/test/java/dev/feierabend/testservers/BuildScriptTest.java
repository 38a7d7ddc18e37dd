package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildScriptTest {
  private static final List<String> NEEDED =
      List.of(
          "sh",
          "dirname",
          "awk",
          "sha256sum",
          "cut",
          "cat",
          "sed",
          "mkdir",
          "mktemp",
          "rm",
          "mv",
          "head",
          "chmod",
          "readlink");

  /// Makes every file that it is asked for.
  private static final String GENERATOR =
      "for it in \"$@\"; do case $it in *=*) echo kind > \"${it#*=}\" ;; esac; done";

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
  void withoutGoTheVsphereSimulatorSaysWhatToInstall() throws Exception {
    Run run = build("vsphere");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).startsWith("Expected Go 1.26 or newer for the vSphere simulator");
  }

  @Test
  void withoutMavenStrimzisDefinitionsSayWhatToInstall() throws Exception {
    Run run = build("strimzi");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).contains("Strimzi's definitions of kinds").contains("install maven");
  }

  @Test
  void mavenServesStrimziWhereverMvnwFindsIt() throws Exception {
    jdk(GENERATOR);
    maven("maven/bin/mvn", 0);

    Run run = build("strimzi");

    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(Path.of(run.printed(), "crds")).isDirectoryContaining("glob:**s.yaml");
    assertThat(Path.of(run.printed(), "VERSIONS"))
        .content()
        .containsPattern("(io.strimzi:api [0-9.]+ sha256:[0-9a-f]{64}\n){3}");
  }

  @Test
  void withoutTheArtifactRepositoryStrimzisDefinitionsAreMissed() throws Exception {
    jdk(GENERATOR);
    maven("mvn", 1);

    Run run = build("strimzi");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said()).contains("from the artifact repository but they can't be fetched");
    expectNothingBuilt();
  }

  @Test
  void ofAProgramThatFailsNothingIsKept() throws Exception {
    jdk(GENERATOR + "; echo no such type; exit 1");
    maven("mvn", 0);

    Run run = build("strimzi");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said()).contains("no such type");
    expectNothingBuilt();
  }

  @Test
  void ofDefinitionsThatAreNotAllThereNothingIsKept() throws Exception {
    jdk("for it in \"$@\"; do case $it in *Bridge=*) echo kind > \"${it#*=}\" ;; esac; done");
    maven("mvn", 0);

    Run run = build("strimzi");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.said()).contains("to make kafkaconnects.yaml but it made none");
    expectNothingBuilt();
  }

  @Test
  void whatHasNoChecksumIsNotKept() throws Exception {
    jdk(GENERATOR);
    maven("mvn", 0);
    String sums =
        "[ $# = 0 ] || { echo gone >&2; exit 1; }; exec %s".formatted(whereIs("sha256sum"));

    Run run = build("strimzi", cache, Map.of("sha256sum", sums));

    assertThat(run.exit()).isEqualTo(1);
    expectNothingBuilt();
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
  void withoutPythonTheProxmoxEmulatorSaysWhatToInstall() throws Exception {
    Run run = build("proxmox");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said())
        .startsWith("Expected Python 3 with venv for the Proxmox VE emulator")
        .contains("apt-get install python3-venv");
  }

  @Test
  void withoutItsLibraryLibvirtSaysWhatToInstall() throws Exception {
    program("find", "exit 0");

    Run run = build("libvirt");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.said())
        .startsWith("Expected libvirt's library for hosts with KVM")
        .contains("apt-get install libvirt0");
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
    Run run = build("redfish", home.getParent().getParent(), Map.of());

    assertThat(run.exit()).isZero();
    assertThat(run.printed()).isEqualTo(home.toString());
  }

  @Test
  void anUnknownServerIsRefused() throws Exception {
    assertThat(build("mainframe").said()).contains("but found \"mainframe\"");
  }

  private record Run(int exit, String printed, String said) {}

  private void expectNothingBuilt() {
    assertThat(cache.resolve("test-servers")).isEmptyDirectory();
  }

  /// One whose `java` does as `line` says.
  private void jdk(String line) throws IOException {
    program("jdk/bin/java", line);
    program("jdk/bin/javac", "exit 0");
    Files.writeString(tools.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
  }

  /// One that fetches, or fails to.
  private void maven(String where, int exit) throws IOException {
    String line = "case \"$*\" in *--version) echo Apache Maven 3.9.9 ;; *) exit %d ;; esac";
    program(where, line.formatted(exit));
  }

  private Run build(String server) throws IOException, InterruptedException {
    return build(server, cache, Map.of());
  }

  /// With nothing on the PATH but what every system has, and what a test has put there.
  ///
  /// @param others what some of it does instead, by name
  private Run build(String server, Path cache, Map<String, String> others)
      throws IOException, InterruptedException {
    for (String tool : NEEDED) {
      program(tool, others.getOrDefault(tool, "exec %s \"$@\"".formatted(whereIs(tool))));
    }
    Path script = Build.folder(Path.of("").toAbsolutePath()).resolve("build");
    Path said = tools.resolve("said");
    var builder = new ProcessBuilder(script.toString(), server).redirectError(said.toFile());
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("FEIERABEND_CACHE", cache.toString());
    builder.environment().put("FEIERABEND_MAVEN_DIRS", tools.toString());
    builder.environment().put("JAVA_HOME", tools.resolve("jdk").toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return new Run(process.waitFor(), printed, Files.readString(said));
  }

  private void program(String name, String line) throws IOException {
    Path program = tools.resolve(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + line + "\n");
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
