package dev.feierabend.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
  @Test
  void helmFindsNothingToComplainOf() {
    var result = new Helm(Chart.FOLDER).lint().strict().call();

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    assertThat(result.getMessages()).noneMatch(it -> it.matches(".*\\[(WARNING|ERROR)].*"));
  }

  @Test
  void itRendersSevenKindsOnceEachAndTheDefinitionsOfTwo() {
    assertThat(Chart.objects(Map.of()))
        .extracting(HasMetadata::getKind)
        .containsExactlyInAnyOrder(
            "ServiceAccount",
            "ClusterRole",
            "ClusterRoleBinding",
            "ConfigMap",
            "PersistentVolumeClaim",
            "Service",
            "Deployment",
            "CustomResourceDefinition",
            "CustomResourceDefinition");
  }

  @Test
  void definitionsStayWhenTheReleaseGoesAndCanBeLeftOut() {
    assertThat(Chart.objects(Map.of()))
        .filteredOn(object -> object.getKind().equals("CustomResourceDefinition"))
        .allSatisfy(definition ->
            assertThat(definition.getMetadata().getAnnotations())
                .containsEntry("helm.sh/resource-policy", "keep"));
    assertThat(Chart.settings(Map.of())).contains("  custom-resources: true\n");

    Map<String, Object> without = Map.of("customResources", false);
    assertThat(Chart.objects(without)).hasSize(7);
    assertThat(Chart.settings(without)).doesNotContain("custom-resources");
    assertThat(Chart.the(ClusterRole.class, Chart.objects(without)).getRules())
        .noneMatch(rule -> rule.getApiGroups().contains("feierabend.dev"));
  }

  @Test
  void theContainerHasNoRightsOnItsNode() {
    PodSpec pod = Chart.pod(Map.of());
    Container container = pod.getContainers().getFirst();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
  }

  @Test
  void oneVolumeLastsAndHoldsTheJournal() {
    List<Volume> lasting =
        Chart.pod(Map.of()).getVolumes().stream()
            .filter(volume -> volume.getPersistentVolumeClaim() != null)
            .toList();

    assertThat(lasting).extracting(Volume::getName).containsExactly("journal");
    assertThat(Chart.the(PersistentVolumeClaim.class, Chart.objects(Map.of())).getMetadata())
        .extracting(it -> it.getAnnotations().get("helm.sh/resource-policy"))
        .isEqualTo("keep");
  }

  @Test
  void anExistingClaimIsTakenInsteadOfANewOne() {
    Map<String, Object> values = Map.of("journal.existingClaim", "history");

    assertThat(Chart.objects(values)).noneMatch(PersistentVolumeClaim.class::isInstance);
    assertThat(Chart.pod(values).getVolumes())
        .anyMatch(volume ->
            volume.getPersistentVolumeClaim() != null
                && volume.getPersistentVolumeClaim().getClaimName().equals("history"));
  }

  @Test
  void itsOwnPodIsNeverEvictedByItself() {
    Deployment deployment = Chart.the(Deployment.class, Chart.objects(Map.of()));

    assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("cluster-autoscaler.kubernetes.io/safe-to-evict", "false");
  }

  @Test
  void theServiceIsToldWhichPodItIs() {
    assertThat(Chart.pod(Map.of()).getContainers().getFirst().getEnv())
        .extracting(it -> it.getName() + " " + it.getValueFrom().getFieldRef().getFieldPath())
        .containsExactly("POD_NAME metadata.name", "POD_NAMESPACE metadata.namespace");
  }

  @Test
  void unlessToldOtherwiseItTouchesNothingAndOwnsAFleetWithoutHosts() {
    ConfigMap config = Chart.the(ConfigMap.class, Chart.objects(Map.of()));
    byte[] fleet = config.getData().get("fleet.yaml").getBytes(UTF_8);

    assertThat(config.getData().get("feierabend.yaml")).contains("mode: SHADOW");
    assertThat(FleetParser.parse("fleet.yaml", fleet))
        .isInstanceOfSatisfying(
            Parsed.Valid.class, valid -> assertThat(((Fleet) valid.value()).hosts()).isEmpty());
  }

  @Test
  void whichShareGoesFirstIsASettingOfTheModeThatHasOne() {
    Map<String, Object> values = Map.of("mode", "STAGED", "staged.share", 0.2);

    assertThat(Chart.settings(values))
        .contains("  mode: STAGED\n  staged:\n")
        .contains("\"share\":\"0.2\"")
        .contains("\"quiet\":\"P1D\"");
    assertThat(Chart.settings(Map.of())).doesNotContain("staged");
  }

  @Test
  void aCalendarIsAFileBesideTheSettingsThatNameIt() {
    String elections = "kind: HolidayCalendar\nmetadata: {name: elections}\n";
    Map<String, String> data = Chart.files(Map.of("calendars.elections", elections));

    assertThat(data).containsEntry("calendar-elections.yaml", elections);
    assertThat(data.get("feierabend.yaml"))
        .contains("  calendars:\n    - /etc/feierabend/calendar-elections.yaml\n");
    assertThat(Chart.settings(Map.of())).doesNotContain("calendars");
  }

  @Test
  void theHostsThatMayBeTestedAreASetting() {
    Map<String, Object> values =
        Map.of(
            "readiness.allowed[0]", "permits.example.de",
            "readiness.allowed[1]", "*.ahausen.example");

    assertThat(Chart.settings(values))
        .contains(
            "  readiness:\n    allowed:\n"
                + "      [\"permits.example.de\",\"*.ahausen.example\"]\n");
    assertThat(Chart.settings(Map.of())).doesNotContain("readiness");
    assertThatThrownBy(
            () -> Chart.manifest(Map.of("readiness.allowed[0]", "https://permits.example.de")))
        .hasMessageContaining("/readiness/allowed/0");
  }

  @Test
  void aRecipeIsAFileBesideTheSettingsThatNameIt() {
    Map<String, Object> values =
        Map.of("recipes.own.shop", OwnRecipe.SHOP, "recipes.without[0]", "job");
    Map<String, String> data = Chart.files(values);

    assertThat(data).containsEntry("recipe-shop.yaml", OwnRecipe.SHOP);
    assertThat(data.get("feierabend.yaml"))
        .contains("  recipes:\n    - /etc/feierabend/recipe-shop.yaml\n")
        .contains("  without-recipes:\n    [\"job\"]\n");
  }

  @Test
  void aRecipeWithoutItsKindIsRefusedBecauseNobodyKnowsItsRights() {
    assertThatThrownBy(() -> Chart.manifest(Map.of("recipes.own.shop", "kind: Recipe")))
        .hasMessageContaining(
            "Expected recipes.own.shop to be a Recipe with metadata.name, spec.resource.group and"
                + " spec.resource.plural but found \"kind: Recipe\"");
  }

  @Test
  void anotherFleetMakesAnotherPod() {
    assertThat(checksum(Map.of("fleet", "kind: Fleet # of two"))).isNotEqualTo(checksum(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "mode, ON",
    "mode, active",
    "staged.quiet, P",
    "staged.quiet, PT",
    "staged.quiet, P1DT",
    "staged.share, 0",
    "busy.quiet, PT7H",
    "busy.quiet, P1D",
    "busy.interval, PT0M",
    "busy.interval, PT2H",
    "busy.pool, 0",
    "rules.minimumHosts, -1",
    "rules.reserve, many",
    "rules.headroom, 1.2",
    "rules.headroom, 0",
    "rules.staleAfter, PT0S",
    "rules.staleAfter, 5m",
    "rules.coverage, 80",
    "rules.minimum, 2",
    "atOnce.workloads, 0",
    "atOnce.requests, 0",
    "atOnce.requests, 2",
    "retention, P",
    "retention, P0D",
    "language, fr",
    "journal.size, 10",
    "journal.size, 0Gi",
    "journal.existingClaim, Not a name",
    "service.port, 70000",
    "service.type, ExternalName",
    "fleet, kind: SchedulePolicy",
    "calendars.elections, kind: Fleet",
    "recipes.own.shop, kind: Fleet",
    "users.secretName, ''",
    "image.repository, ''",
    "image.pullPolicy, Sometimes",
    "replicas, 0",
    "journal.sise, 10Gi",
    "mongodb.uri, mongodb://user:secret@db1/feierabend",
  })
  void aValueThatMakesNoSenseIsRefusedByName(String key, String value) {
    String[] path = key.split("\\.");

    assertThatThrownBy(() -> Chart.manifest(Map.of(key, value)))
        .hasMessageContaining("schema")
        .hasMessageContaining(path[path.length - 1]);
  }

  private static String checksum(Map<String, Object> values) {
    Deployment deployment = Chart.the(Deployment.class, Chart.objects(values));
    return deployment.getSpec().getTemplate().getMetadata().getAnnotations().get("checksum/config");
  }
}
