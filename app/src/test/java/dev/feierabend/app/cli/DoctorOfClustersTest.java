package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.app.PlainKubeconfig;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the doctor says of a cluster, typed or named by the service's settings.
class DoctorOfClustersTest {
  private static final String WEST = "  clusters: [{name: west, credentials: west.kubeconfig}]\n";
  private static final String SCHOOL_IN_THE_WEST =
      "    - {id: school, tenant: ahausen, namespaces: [school], cluster: west}\n" + WEST;

  @TempDir Path folder;
  private HttpServer server;
  private Path kubeconfig;
  private Path fleet;

  @BeforeEach
  void aClusterThatLacksRightsAndHasTwoTroubles() throws IOException {
    server = TroubledCluster.start("v1.36.3");
    kubeconfig = PlainKubeconfig.of(server, folder.resolve("kubeconfig"));
    fleet =
        Files.writeString(
            folder.resolve("fleet.yaml"),
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: one}
            spec:
              tenants: [{id: ahausen, name: Ahausen}]
              pools:
                - {id: office, tenant: ahausen, namespaces: [office]}
            """);
  }

  @AfterEach
  void isStopped() {
    server.stop(0);
  }

  @Test
  void eachTroubleIsALineWithItsRemedyAndTheGraveOnesAreBad() {
    Typed told = doctor("--kubeconfig", kubeconfig, "--fleet", fleet);

    assertThat(told.exit()).isEqualTo(Exit.NO);
    assertThat(told.lines())
        .contains(
            "ok    kubernetes reached, version v1.36.3",
            "BAD   right      the right to create pods/eviction is missing; give it to the account, as docs/kubernetes-rights.md lists it",
            "BAD   quota      the quota office/small would not let all wake: pods would be 4 of 3; its namespace stays on: raise the quota",
            "warn  budget     the disruption budget office/never allows none (2 of 2 pods must be healthy), so the hosts of its pods stay on; lower minAvailable or add a replica");
  }

  @Test
  void withoutAFleetNothingSleepsAndRightsAreLookedAtAllTheSame() {
    assertThat(doctor("--kubeconfig", kubeconfig).out())
        .contains("create pods/eviction")
        .doesNotContain("quota");
  }

  @Test
  void theServicesSettingsNameAllOfIt() throws IOException {
    Path config = Files.writeString(folder.resolve("feierabend.yaml"), settings(kubeconfig));

    assertThat(doctor("--config", config).lines())
        .anyMatch(line -> line.startsWith("ok    journal") && line.contains("/kept;"))
        .anyMatch(line -> line.startsWith("ok    fleet") && line.contains("1 customers"))
        .anyMatch(line -> line.startsWith("BAD   quota"));
    assertThat(doctor("--config", config, "--journal", folder.resolve("typed")).out())
        .contains("/typed;");
  }

  /// The definitions stay in the cluster, whatever the settings say.
  @Test
  void rightsOnItsOwnKindsAreMissedOnlyWhereTheSettingsTakeTheirObjects() throws IOException {
    String settings = settings(kubeconfig);
    Path without = Files.writeString(folder.resolve("without.yaml"), settings);
    Path with =
        Files.writeString(folder.resolve("w.yaml"), settings + "  custom-resources: true\n");

    assertThat(doctor("--config", with).out()).contains("list schedulepolicies.feierabend.dev");
    assertThat(doctor("--config", without).out())
        .contains("create pods/eviction")
        .doesNotContain("schedulepolicies");
  }

  @Test
  void eachClusterOfTheFleetIsLookedAtByItsOwnKubeconfigForWhatSleepsThere() throws IOException {
    HttpServer other = TroubledCluster.start("v1.35.0");
    PlainKubeconfig.of(other, folder.resolve("west.kubeconfig"));
    Path config =
        Files.writeString(
            folder.resolve("f.yaml"),
            settings(kubeconfig)
                + "  custom-resources: true\n  credentials: %s\n".formatted(folder));
    Files.writeString(fleet, Files.readString(fleet) + SCHOOL_IN_THE_WEST);
    try {
      assertThat(doctor("--config", config).lines())
          .contains(
              "ok    kubernetes reached, version v1.36.3",
              "ok    kubernetes west: reached, version v1.35.0")
          .filteredOn(it -> it.contains("schedulepolicies") || it.contains("the quota"))
          .extracting(it -> it.split(";|would")[0].strip())
          .containsExactly(
              "BAD   right      the right to list schedulepolicies.feierabend.dev is missing",
              "BAD   right      the right to watch schedulepolicies.feierabend.dev is missing",
              "BAD   right      the right to patch schedulepolicies/status.feierabend.dev is missing",
              "BAD   quota      the quota office/small",
              "BAD   quota      west: the quota school/narrow");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aClusterWhoseKubeconfigNobodyKnowsIsOneSentenceAndTheOthersAreLookedAt() throws IOException {
    Path config = Files.writeString(folder.resolve("f.yaml"), settings(kubeconfig));
    Files.writeString(fleet, Files.readString(fleet) + SCHOOL_IN_THE_WEST);

    assertThat(doctor("--config", config).lines())
        .contains(
            "ok    kubernetes reached, version v1.36.3",
            "BAD   kubernetes west: Expected feierabend.credentials, the directory that holds west.kubeconfig, but it is not set");
  }

  @Test
  void whereAllIsInOtherClustersHomeIsLookedAtOnlyIfItIsTyped() throws IOException {
    Path config = Files.writeString(folder.resolve("f.yaml"), settings(kubeconfig));
    String all = Files.readString(fleet).replace("[office]}", "[office], cluster: west}");
    Files.writeString(fleet, all + WEST);

    assertThat(doctor("--config", config).out()).doesNotContain("kubernetes reached");
    assertThat(doctor("--config", config, "--kubeconfig", kubeconfig).out())
        .contains("kubernetes reached");
  }

  @Test
  void settingsThatCannotBeReadAreOneSentence() throws IOException {
    Path none = folder.resolve("none.yaml");
    Path wrong = Files.writeString(folder.resolve("w.yaml"), "feierabend: {mode: SLEEPY}");

    assertThat(doctor("--config", none).err())
        .contains("Expected the service's settings but %s cannot be read".formatted(none));
    assertThat(doctor("--config", wrong).err()).contains(wrong.toString());
  }

  @Test
  void aClusterThatDoesNotAnswerIsOneSentence() {
    server.stop(0);

    assertThat(doctor("--kubeconfig", kubeconfig).lines())
        .anyMatch(line -> line.startsWith("BAD   kubernetes Expected an API server at "));
  }

  @ParameterizedTest
  @EnumSource
  void everyTroubleHasASentenceInBothLanguages(Kind kind) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      String sentence = Phrases.ofCommands(locale).of(kind.key(), "A", "B", "C", "D");

      assertThat(sentence).contains("A").doesNotContain("{").doesNotContain("''");
    }
    assertThat(Phrases.ofCommands(Locale.GERMAN).of(kind.key()))
        .isNotEqualTo(Phrases.ofCommands(Locale.ENGLISH).of(kind.key()));
  }

  private Typed doctor(Object... words) {
    var all = new Object[words.length + 1];
    all[0] = "doctor";
    System.arraycopy(words, 0, all, 1, words.length);
    return Typed.of(all);
  }

  private String settings(Path cluster) {
    return """
    feierabend:
      fleet: %1$s/fleet.yaml
      journal: %1$s/kept
      kubeconfig: %2$s
      rules: {coverage: 0.9}
    """
        .formatted(folder, cluster);
  }
}
