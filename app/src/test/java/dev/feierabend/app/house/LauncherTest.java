package dev.feierabend.app.house;

import static dev.feierabend.app.house.FakeSystem.executable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherTest {
  private static final String BUILDING = "Building Feierabend once…\n";

  @TempDir private Path folder;
  private FakeSystem system;
  private Path source;

  @BeforeEach
  void aCheckoutThatIsNotBuilt() throws IOException {
    system = new FakeSystem(folder);
    system.jdk("25");
    source = system.checkout.resolve("app/src/main/java/App.java");
    Files.createDirectories(source.getParent());
    for (Path file :
        List.of(
            system.checkout.resolve("pom.xml"), system.checkout.resolve("app/pom.xml"), source)) {
      Files.writeString(file, "old");
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }
    executable(system.checkout.resolve("mvnw"), "echo jar >\"${0%/*}/app/target/feierabend.jar\"");
  }

  @Test
  void firstUseBuildsAndSaysSoTheSecondOnlyRuns() throws Exception {
    assertThat(system.run("feierabend", "verify", "X").err()).isEqualTo(BUILDING);
    assertThat(system.run("feierabend", "verify", "X").err()).isEmpty();
  }

  @Test
  void argumentsArriveAsTheyWereTyped() throws Exception {
    assertThat(system.run("feierabend", "policy", "check", "two words.yaml", "").out())
        .endsWith("/app/target/feierabend.jar\npolicy\ncheck\ntwo words.yaml\n\n");
  }

  @Test
  void startsFromTheClassesThatATrainingRunLeft() throws Exception {
    system.run("feierabend");

    assertThat(system.checkout.resolve("app/target/commands.aot")).hasContent("cache");
    assertThat(system.run("feierabend").out()).contains("-XX:AOTCache=");
  }

  @Test
  void trainsOnAnExampleThatIsInTheTree() throws Exception {
    executable(
        system.root.resolve("jdks/jdk-25/bin/java"),
        """
        case $* in *AOTCacheOutput*) printf '%s\\n' "$@" >"${0%/*}/trained" ;; esac
        """);
    system.run("feierabend");

    Path example = Path.of("docs", "examples", "rathaus.yaml");
    assertThat(Files.readString(system.root.resolve("jdks/jdk-25/bin/trained")))
        .contains("policy\nexplain\n" + system.checkout.resolve(example) + "\n");
    assertThat(Checkout.ROOT.resolve(example)).isRegularFile();
  }

  @Test
  void theServiceStartsFromTheClassesOfAServiceThatWasToldToStopOnceItHadStarted()
      throws Exception {
    executable(
        system.root.resolve("jdks/jdk-25/bin/java"),
        """
        printf '%s\\n' "$@"
        case $* in *AOTCacheOutput*serve*) ;; *) exit ;; esac
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) cache=${argument#*=} ;; esac
        done
        trap 'echo "$FEIERABEND_JOURNAL${FEIERABEND_MODE-}" >"$cache"; exit 143' TERM
        echo "Started FeierabendApplication in 1 seconds"
        while :; do sleep 0.1; done
        """);
    system.with("FEIERABEND_MODE", "ACTIVE");
    var outcome = system.run("feierabend", "serve", "--port", "8443");

    Path cache = system.checkout.resolve("app/target/service.aot");
    assertThat(outcome.err()).isEqualTo(BUILDING + "Learning how the service starts, once…\n");
    assertThat(outcome.out()).contains("-XX:AOTCache=" + cache).endsWith("serve\n--port\n8443\n");
    assertThat(Files.readString(cache)).endsWith("/journal\n");
    assertThat(Path.of(Files.readString(cache).strip())).isAbsolute().doesNotExist();
    assertThat(system.run("feierabend", "serve").err()).isEmpty();
  }

  @Test
  void aServiceThatCouldNotBeTrainedRunsAllTheSameAndIsNotTrainedAgain() throws Exception {
    executable(
        system.root.resolve("jdks/jdk-25/bin/java"),
        "case $* in *AOTCacheOutput*) exit 3 ;; esac; printf '%s\\n' \"$@\"");
    assertThat(system.run("feierabend", "serve").out()).endsWith("serve\n");

    assertThat(system.checkout.resolve("app/target/service.aot")).isEmptyFile();
    assertThat(system.run("feierabend", "serve").err()).isEmpty();
  }

  @Test
  void onlyWhatComputesForSecondsGetsTheSlowerCompiler() throws Exception {
    assertThat(system.run("feierabend", "policy", "check", "X").out())
        .contains("-XX:TieredStopAtLevel=1\n");
    assertThat(system.run("feierabend", "serve").out())
        .contains("-XX:TieredStopAtLevel=1\n-XX:CompileThresholdScaling=0.1\n");
    assertThat(system.run("feierabend", "demo").out()).contains("-XX:TieredStopAtLevel=4\n");
  }

  @Test
  void aSourceThatIsNewerThanTheJarIsBuilt() throws Exception {
    system.run("feierabend");
    Path jar = system.checkout.resolve("app/target/feierabend.jar");
    Files.setLastModifiedTime(
        source,
        FileTime.from(Files.getLastModifiedTime(jar).toInstant().plus(Duration.ofSeconds(1))));

    assertThat(system.run("feierabend").err()).isEqualTo(BUILDING);
  }

  @Test
  void aSourceSavedWhileTheBuildRunsIsBuiltNextTime() throws Exception {
    executable(
        system.checkout.resolve("mvnw"),
        """
        # Until the file system's clock, which is coarse, has moved on.
        cd "${0%/*}/app"
        until [ -n "$(find src/main/java/App.java -newer target/build-began)" ]; do
          touch src/main/java/App.java
        done
        echo jar >target/feierabend.jar
        """);
    system.run("feierabend");

    assertThat(system.run("feierabend").err()).isEqualTo(BUILDING);
  }

  @Test
  void aBuildThatFailsSaysWhyAndRunsNothing() throws Exception {
    executable(
        system.checkout.resolve("mvnw"), "echo '[ERROR] App.java:[1,1] class expected'; exit 1");
    var outcome = system.run("feierabend", "--help");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            BUILDING
                + "[ERROR] App.java:[1,1] class expected\n"
                + "Expected Feierabend to build, but it does not: see above.\n");
  }

  @Test
  void whereItMayNotWriteItSaysSo() throws Exception {
    Files.writeString(system.checkout.resolve("app/target"), "a file where the folder should be");
    var outcome = system.run("feierabend", "demo");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("Expected to write to %s/app/target, but may not".formatted(system.checkout));
  }

  @Test
  void onlyTheServiceGetsACollectorForTheLongRun() throws Exception {
    assertThat(system.run("feierabend", "serve").out()).contains("-XX:+UseG1GC");
    assertThat(system.run("feierabend", "verify").out()).contains("-XX:+UseSerialGC");
  }

  @Test
  void withoutAJdkItSaysSoAndBuildsNothing() throws Exception {
    system.with("FEIERABEND_JDK_DIRS", "/nowhere");
    Files.copy(
        Checkout.ROOT.resolve("mvnw"),
        system.checkout.resolve("mvnw"),
        StandardCopyOption.REPLACE_EXISTING);
    var outcome = system.run("feierabend", "demo");

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).startsWith("Expected JDK 25 or newer").doesNotContain("Building");
  }
}
