package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.feierabend.testservers.KubernetesRelease;
import dev.feierabend.testservers.RealServers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demonstration on a real control plane, as it is typed.
class DemoOnKubernetesTest {
  @TempDir Path folder;

  @Test
  void livesOneNightOnARealControlPlaneAndLeavesAJournalThatVerifies() {
    assumeTrue(
        RealServers.available(KubernetesRelease.ofThisRun().server()),
        "no control plane can be built here");
    Path out = folder.resolve("out");

    Typed demo = Typed.of("demo", "--kubernetes", "--seed", 7, "--out", out, "--lang", "de");

    assertThat(demo.exit()).as(demo.out() + demo.err()).isZero();
    assertThat(demo.err()).isEmpty();
    assertThat(demo.out())
        .contains("Drei Gemeinden auf Kubernetes v1.", "6 Knoten, 13 Anwendungen, Startwert 7")
        .contains("Montag 11 Mai", "10 Anwendungen schlafen", "Dienstag 12 Mai")
        .contains("4 Knoten sind aus", "3 Knoten sind wieder an")
        .contains("deployment/ahausen/")
        .contains("Pünktlichkeit  3 von 3 Mal rechtzeitig zurück")
        .contains("19 Änderungen an 10 Anwendungen", "eine je Anwendung und Übergang")
        .contains("12 von 13 Anwendungen genau wie zuvor")
        .contains("unversehrt, letzter Hash ")
        .doesNotContain("{");
    assertThat(Typed.of("verify", out).exit()).isZero();
  }

  @Test
  void whatIsOfTheSimulatedDataCentreIsRefusedBesideIt() {
    Path out = folder.resolve("out");

    Typed demo = Typed.of("demo", "--kubernetes", "--hosts", 12, "--out", out);

    assertThat(demo.exit()).isEqualTo(Exit.USAGE);
    assertThat(demo.err())
        .contains("Expected --kubernetes without --hosts, which is of the simulated data centre");
    assertThat(out).doesNotExist();
  }
}
