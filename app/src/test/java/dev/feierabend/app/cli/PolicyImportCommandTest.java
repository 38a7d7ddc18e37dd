package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyImportCommandTest {
  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: %s
        annotations: {downscaler/uptime: "Mon-Fri 07:30-20:30 Europe/Berlin"}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      """;

  @TempDir Path folder;
  private Path manifests;

  @BeforeEach
  void writeManifests() throws IOException {
    manifests = Files.writeString(folder.resolve("all.yaml"), MANIFESTS.formatted("shop"));
  }

  private Typed imported(Object... more) {
    Object[] words = {"policy", "import", "kube-downscaler", manifests, "--tenant", "ahausen"};
    return Typed.of(
        Stream.of(List.of(words), List.<Object>of("--pools", "a-1,a-2"), List.of(more))
            .flatMap(List::stream)
            .toArray());
  }

  @Test
  void thePolicyIsPrintedAndGoodAndTheRestNamed() throws IOException {
    Typed typed = imported();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("pools: [\"a-1\", \"a-2\"]");
    assertThat(typed.err().lines())
        .singleElement()
        .asString()
        .startsWith(manifests + ":7:1: Service web: skipped; ");
    Path policy = Files.writeString(folder.resolve("policy.yaml"), typed.out());
    assertThat(Typed.of("policy", "check", policy).exit()).isZero();
  }

  @Test
  void inGermanTheSentencesAre() {
    assertThat(imported("--lang", "de").err()).contains(": Service web: übergangen; ");
    assertThat(imported("--lang", "de").out()).contains("# Wacht genau dann auf");
  }

  @Test
  void inJsonBothAreFields() {
    Typed typed = imported("--json");

    assertThat(typed.err()).isEmpty();
    assertThat(typed.json().at("/policies/0/name").asText()).isEqualTo("shop");
    assertThat(typed.json().at("/policies/0/document").asText()).contains("kind: SchedulePolicy");
    assertThat(typed.json().at("/leftOut/0/reason").asText()).isEqualTo("OTHER_KIND");
    assertThat(typed.json().at("/leftOut/0/line").asInt()).isEqualTo(7);
  }

  @Test
  void intoAFolderEachPolicyIsAFileAndNoneIsOverwritten() throws IOException {
    Path out = folder.resolve("policies");
    Typed typed = imported("--out", out);

    assertThat(typed.lines()).containsExactly(out.resolve("shop.yaml").toString());
    assertThat(Files.readString(out.resolve("shop.yaml"))).isEqualTo(imported().out());
    assertThat(imported("--out", out).exit()).isEqualTo(Exit.USAGE);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void theFleetKnowsWhoseANamespaceIs() throws IOException {
    Path fleet =
        Files.writeString(
            folder.resolve("fleet.yaml"),
            new ThreeTowns(3, 1)
                .fleet()
                .replace("id: ahausen-office,", "id: ahausen-office, namespaces: [shop],"));
    Object[] words = {"policy", "import", "kube-downscaler", manifests, "--fleet", fleet};

    assertThat(Typed.of(words).out())
        .contains("pools: [\"ahausen-office\"]", "tenant: \"ahausen\"");
    Files.writeString(manifests, MANIFESTS.formatted("elsewhere"));
    assertThat(Typed.of(words).exit()).isEqualTo(Exit.NO);
    assertThat(Typed.of(words).err()).contains("no pool of a customer in the fleet");
  }

  @Test
  void faultsArePlacedAndNothingIsPrinted() throws IOException {
    Files.writeString(manifests, MANIFESTS.formatted("shop").replace("Berlin", "Berln"));
    Typed typed = imported();

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).startsWith(manifests + ":5:36: expected times, for example");
  }

  @Test
  void wrongUsageIsTwoWithASentence() {
    wrong("expected kube-green or kube-downscaler but found 'cron'", "cron", manifests);
    wrong("Expected either --fleet, or --tenant and --pools", "kube-green", manifests);
    wrong("Expected either --fleet", "kube-green", manifests, "--tenant", "ahausen");
    wrong("Missing required parameter", "kube-green");
    wrong("Invalid value for option '--zone'", "kube-green", manifests, "--zone", "Europe/Berln");
    wrong(
        "Expected a file but found none", "kube-green", "no.yaml", "--tenant", "a", "--pools", "b");
  }

  private static void wrong(String sentence, Object... words) {
    var all = Stream.concat(Stream.of("policy", "import"), Stream.of(words)).toArray();
    Typed typed = Typed.of(all);
    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains(sentence).doesNotContain("\tat ");
  }
}
