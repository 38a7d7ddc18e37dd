package dev.feierabend.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where the chart's values put the history, and who vouches for it.
class HistoryValuesTest {
  @Test
  void whoVouchesForTheHistoryIsASetting() {
    String vkey = "w.example.org+0a1b2c3d+BAAA";
    Map<String, Object> values =
        Map.of(
            "signing.secretName", "checkpoint-key",
            "signing.origin", "rz.example.org/feierabend",
            "signing.rotates", "true",
            "timestamps.url", "https://tsa.example.org",
            "timestamps.ca", "-----BEGIN CERTIFICATE-----",
            "witnesses[0].vkey", vkey,
            "witnesses[0].url", "https://w.example.org",
            "vouchingCa", "-----BEGIN CERTIFICATE-----",
            "onWitnessRefusal", "FREEZE");

    var files = Chart.files(values);
    assertThat(files.get("feierabend.yaml"))
        .contains(
            "  previous-signing-key: /etc/feierabend-signing/previous.pem\n",
            "  origin: \"rz.example.org/feierabend\"\n",
            "  timestamps:\n    url: \"https://tsa.example.org\"\n    ca: /etc/feierabend/timestamp-ca.pem\n",
            "\"vkey\":\"" + vkey + "\"",
            "  vouching-ca: /etc/feierabend/vouching-ca.pem\n",
            "  on-witness-refusal: FREEZE\n");
    assertThat(files.get("vouching-ca.pem")).startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(files.get("timestamp-ca.pem")).startsWith("-----BEGIN CERTIFICATE-----");
    assertThatThrownBy(() -> Chart.manifest(Map.of("timestamps.url", "https://tsa.example.org")))
        .hasMessageContaining("timestamps");
    assertThatThrownBy(
            () -> Chart.manifest(Map.of("witnesses[0].vkey", "w", "witnesses[0].url", "https://w")))
        .hasMessageContaining("vkey");
  }

  @Test
  void theJournalsBackupLiesOnAClaimOfItsOwn() {
    Map<String, Object> values = Map.of("backup.existingClaim", "other-disk");

    assertThat(Chart.manifest(values))
        .contains(
            "      backup: /var/lib/feierabend-backup/journal\n",
            "persistentVolumeClaim: {claimName: other-disk}",
            "{name: backup, mountPath: /var/lib/feierabend-backup}");
    assertThat(Chart.manifest(Map.of())).doesNotContain("backup");
  }

  @Test
  void theWakeListLiesOnAClaimThatOutlivesTheCluster() {
    Map<String, Object> values = Map.of("wakeList.existingClaim", "elsewhere");

    assertThat(Chart.manifest(values))
        .contains(
            "      wake-list: /var/lib/feierabend-wake/wake-list.yaml\n",
            "persistentVolumeClaim: {claimName: elsewhere}",
            "{name: wake-list, mountPath: /var/lib/feierabend-wake}");
    assertThat(Chart.manifest(Map.of())).doesNotContain("wake-list");
  }

  @Test
  void howLongClosedPeriodsMayStayIsSetWhereItIsWanted() {
    assertThat(Chart.manifest(Map.of("retention", "P13M"))).contains("      retention: \"P13M\"\n");
    assertThat(Chart.manifest(Map.of())).doesNotContain("retention");
    assertThatThrownBy(() -> Chart.manifest(Map.of("retention", "13 months")))
        .hasMessageContaining("retention");
  }

  @Test
  void whatAKilowattHourCostsIsToldWhereItIsKnown() {
    assertThat(Chart.manifest(Map.of("price", 0.28))).contains("      price: 0.28\n");
    assertThat(Chart.manifest(Map.of())).doesNotContain("price");
    assertThatThrownBy(() -> Chart.manifest(Map.of("price", "cheap")))
        .hasMessageContaining("price");
  }

  @Test
  void aMongoDbIsNamedInTheSettingsAndItsSecretsAreFiles() {
    Map<String, Object> values =
        Map.of(
            "mongodb.uri", "mongodb://db1/feierabend?replicaSet=rs0",
            "mongodb.username", "feierabend",
            "mongodb.secretName", "journal-login",
            "mongodb.ca", "true");

    assertThat(Chart.settings(values))
        .contains(
            "mongodb:\n    uri: \"mongodb://db1/feierabend?replicaSet=rs0\"\n",
            "password-file: /etc/feierabend-mongodb/password",
            "ca-file: /etc/feierabend-mongodb/ca.pem")
        .doesNotContain("client.pem");
    assertThat(Chart.pod(values).getVolumes())
        .anyMatch(volume ->
            volume.getSecret() != null
                && volume.getSecret().getSecretName().equals("journal-login"));
    assertThat(Chart.settings(Map.of())).doesNotContain("mongodb");
  }

  @Test
  void severalReplicasShareAJournalInMongoDbAndALeaseSaysWhichLeads() {
    Map<String, Object> values =
        Map.of("replicas", "2", "mongodb.uri", "mongodb://db1/feierabend?replicaSet=rs0");
    var objects = Chart.objects(values);

    assertThat(Chart.the(Deployment.class, objects).getSpec().getReplicas()).isEqualTo(2);
    assertThat(objects).noneMatch(PersistentVolumeClaim.class::isInstance);
    assertThat(Chart.pod(values).getVolumes())
        .noneMatch(it -> it.getPersistentVolumeClaim() != null);
    assertThat(Chart.the(ConfigMap.class, objects).getData().get("feierabend.yaml"))
        .contains("    leader-lease: night/feierabend\n");
    assertThat(Chart.the(Role.class, objects).getRules())
        .extracting(
            rule -> rule.getResources() + " " + rule.getResourceNames() + " " + rule.getVerbs())
        .containsExactly("[leases] [] [create]", "[leases] [feierabend] [get, update]");
    assertThat(Chart.objects(Map.of())).noneMatch(Role.class::isInstance);
  }

  @Test
  void severalReplicasWithoutAJournalThatTheyShareAreRefused() {
    assertThatThrownBy(() -> Chart.manifest(Map.of("replicas", "2")))
        .hasMessageContaining("schema")
        .hasMessageContaining("/mongodb/uri");
  }

  @Test
  void aUserOfMongoDbWithoutItsSecretIsRefused() {
    assertThatThrownBy(() -> Chart.manifest(Map.of("mongodb.username", "feierabend")))
        .hasMessageContaining("/mongodb/secretName");
  }
}
