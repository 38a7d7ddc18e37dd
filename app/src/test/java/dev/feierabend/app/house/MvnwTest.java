package dev.feierabend.app.house;

import static dev.feierabend.app.house.FakeSystem.executable;
import static dev.feierabend.app.house.FakeSystem.maven;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MvnwTest {
  private static final String USER = "echo 1000";
  private static final String ROOT = "echo 0";

  @TempDir private Path folder;
  private FakeSystem system;

  @BeforeEach
  void aBareSystem() throws IOException {
    system = new FakeSystem(folder);
  }

  @Test
  void handsOverToMavenInTheCheckoutWithTheJdkItFound() throws Exception {
    Path jdk = system.jdk("25.0.1");
    system.tool("mvn", maven("3.8.7"));

    assertThat(system.run("mvnw", "-q", "verify").out())
        .isEqualTo("%s %s --no-transfer-progress -q verify\n".formatted(jdk, system.checkout));
  }

  @Test
  void anOlderJdkInJavaHomeIsPassedOverForANewEnoughOne() throws Exception {
    system.with("JAVA_HOME", system.jdk("17.0.15").toString());
    Path jdk = system.jdk("26");
    system.tool("mvn", maven("3.9.11"));

    assertThat(system.run("mvnw", "verify").out()).startsWith(jdk + " ");
  }

  @Test
  void aNewEnoughJdkInJavaHomeComesFirst() throws Exception {
    system.jdk("25");
    Path chosen = system.jdk("27");
    system.with("JAVA_HOME", chosen.toString()).tool("mvn", maven("3.9.11"));

    assertThat(system.run("mvnw", "verify").out()).startsWith(chosen + " ");
  }

  @Test
  void aMavenThatIsTooOldIsPassedOverForOneThatIsUnpacked() throws Exception {
    system.jdk("25");
    system.tool("mvn", "echo Apache Maven 3.6.3");
    executable(system.root.resolve("mavens/apache-maven-4.0.0/bin/mvn"), maven("4.0.0"));

    assertThat(system.run("mvnw", "verify").out()).endsWith("--no-transfer-progress verify\n");
  }

  @Test
  void withoutAJdkItSaysWhatItExpectedAndWhereItLooked() throws Exception {
    system.jdk("17.0.15");
    var outcome = system.run("mvnw", "--version");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            """
            Expected JDK 25 or newer, found none that new in JAVA_HOME, on PATH or in %s/jdks.
            Unpack one below /opt, or set JAVA_HOME to where one is.
            """
                .formatted(system.root));
  }

  @Test
  void withoutRightsItNamesThePackageAndInstallsNothing() throws Exception {
    system.tool("apt-get", "echo called").tool("id", USER);
    var outcome = system.run("mvnw", "--version");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("Type: sudo apt-get install -y --no-install-recommends openjdk-25-jdk-headless\n")
        .doesNotContain("called");
  }

  @Test
  void whoForbidsInstallingIsObeyed() throws Exception {
    system.tool("apk", "echo called").tool("id", ROOT).with("FEIERABEND_INSTALL", "no");
    var outcome = system.run("mvnw", "--version");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("Type: sudo apk add openjdk25-jdk\n")
        .doesNotContain("called");
  }

  @Test
  void asRootItInstallsAMissingMaven() throws Exception {
    Path unpacked = system.root.resolve("unpacked");
    executable(unpacked, maven("3.8.7"));
    system.jdk("25");
    system
        .tool("id", ROOT)
        .tool("apt-get", "[ $1 = update ] || mv %s ${0%%/*}/mvn".formatted(unpacked));
    var outcome = system.run("mvnw", "verify");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err())
        .isEqualTo(
            "Installing what is missing: apt-get install -y --no-install-recommends maven\n");
    assertThat(outcome.out()).endsWith("verify\n");
  }

  @Test
  void aPackageThatTheSystemDoesNotOfferEndsInASentence() throws Exception {
    system
        .tool("dnf", "echo no match; exit 1")
        .tool("id", USER)
        .tool("sudo", "[ $1 = -n ] && shift; \"$@\"");
    var outcome = system.run("mvnw", "verify");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("no match")
        .contains("Type: sudo dnf install -y java-25-openjdk-devel\n")
        .contains("if your system does not offer that package, unpack one below /opt");
  }
}
