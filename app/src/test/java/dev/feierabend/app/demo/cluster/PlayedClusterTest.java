package dev.feierabend.app.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feierabend.core.kernel.Outage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine on which no control plane can be had; that of `DemoOnKubernetesTest` is real.
class PlayedClusterTest {
  @TempDir Path checkout;
  private Path servers;
  private Path target;

  @BeforeEach
  void testServersOfAnotherCheckout() throws IOException {
    servers = Files.createDirectory(checkout.resolve("test-servers"));
    target = Files.createDirectory(servers.resolve("target"));
  }

  @Test
  void whereNoCheckoutIsASentenceSaysWhatToDo() throws IOException {
    builds("exit 0");

    assertThatExceptionOfType(Outage.class)
        .isThrownBy(() -> TestServers.above(checkout.resolve("app")))
        .withMessageStartingWith("Expected a built checkout of Feierabend")
        .withMessageContaining("run ./feierabend demo --kubernetes in one");
  }

  @Test
  void theBuiltCheckoutThatThisRunsFromIsFound() throws IOException {
    builds("exit 0");
    Files.writeString(target.resolve("class-path"), "");

    assertThat(TestServers.above(checkout.resolve("app/target/lib"))).isEqualTo(servers);
  }

  @Test
  void whereAToolIsMissingItsSentenceIsTheOutage() throws IOException {
    builds("echo 'Expected Go 1.26 or newer but found none.' >&2; exit 3");
    Path real = TestServers.folder().resolve("target");
    String needs = Files.readString(real.resolve("class-path"));
    Files.writeString(
        target.resolve("class-path"), real.resolve("classes") + File.pathSeparator + needs);

    assertThatExceptionOfType(Outage.class)
        .isThrownBy(() -> PlayedCluster.start(servers))
        .withMessage("Expected Go 1.26 or newer but found none.");
  }

  @Test
  void whatElseKeepsItFromStartingIsTold() throws IOException {
    Files.writeString(target.resolve("class-path"), "");

    assertThatExceptionOfType(Outage.class)
        .isThrownBy(() -> PlayedCluster.start(servers))
        .withMessageStartingWith("Expected a control plane to start but it said:")
        .withMessageContaining("ControlPlaneProgram");
  }

  private void builds(String script) throws IOException {
    Path build = Files.writeString(servers.resolve("build"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(build, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
