package dev.feierabend.app.house;

import static dev.feierabend.app.house.FakeSystem.executable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the full run of the tests adds to Maven's own: what it lacks, and what may not pass.
final class FullRunTest {
  private static final String TWO_MODULES =
      """
      [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in X
      [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0
      [INFO] Tests run: 40, Failures: 0, Errors: 0, Skipped: 0
      """;

  private static final List<String> TOOLS =
      List.of(
          "git",
          "openssl",
          "mvn",
          "python3",
          "jq",
          "unzip",
          "softhsm2-util",
          "pkcs11-tool",
          "promtool",
          "prometheus-alertmanager",
          "ipmi_sim",
          "ipmitool",
          "virsh",
          "go");

  @TempDir private Path folder;
  private FakeSystem system;

  @BeforeEach
  void aSystemThatHasEverything() throws IOException {
    system = new FakeSystem(folder);
    system.jdk("25");
    for (String tool : TOOLS) {
      system.tool(tool, "exit 0");
    }
  }

  @Test
  void endsWithTheSumOfAllModulesAndNamesTheServers() throws Exception {
    maven(TWO_MODULES, "USED redfish", 0);
    var outcome = system.run(".ci/run");

    assertThat(outcome.out())
        .endsWith("USED redfish\nTests run: 42, Failures: 0, Errors: 0, Skipped: 0\n");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void aSkippedServerFailsIt() throws Exception {
    maven(TWO_MODULES, "SKIPPED etcd: no Go", 0);

    assertThat(system.run(".ci/run").exit()).isEqualTo(1);
  }

  @Test
  void aServerThatIsHadOnlyWithADockerEngineMayBeMissing() throws Exception {
    maven(TWO_MODULES, "USED redfish\nNo Docker engine: mongod not run", 0);
    var outcome = system.run(".ci/run");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("No Docker engine: mongod not run");
  }

  @Test
  void aSkippedTestFailsIt() throws Exception {
    maven(TWO_MODULES.replace("Skipped: 0\n", "Skipped: 1\n"), "USED redfish", 0);
    var outcome = system.run(".ci/run");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).endsWith("Tests run: 42, Failures: 0, Errors: 0, Skipped: 2\n");
  }

  @Test
  void aFailingBuildFailsIt() throws Exception {
    maven(TWO_MODULES, "USED redfish", 1);

    assertThat(system.run(".ci/run").exit()).isEqualTo(1);
  }

  @Test
  void withoutGoItSaysSo() throws Exception {
    var outcome = system.remove("go").run(".ci/run");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).startsWith("Expected Go on PATH");
  }

  private void maven(String says, String servers, int exit) throws IOException {
    executable(
        system.checkout.resolve("mvnw"),
        """
        mkdir -p x/target && echo '%s' >x/target/real-servers.txt
        cat <<'SAID'
        %sSAID
        exit %d
        """
            .formatted(servers, says, exit));
  }
}
