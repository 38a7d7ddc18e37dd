package dev.feierabend.hypervisor.proxmox;

import static dev.feierabend.hypervisor.proxmox.FakeCluster.IDLE;
import static dev.feierabend.hypervisor.proxmox.FakeCluster.WEB;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.data;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.dies;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever a cluster says or doesn't say, or says too late.
class ProxmoxFaultsTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private FakeProxmox fake;
  private ProxmoxHypervisor hypervisor;
  private PowerController power;

  @BeforeEach
  void aClusterThatIsWell() throws IOException {
    fake = new FakeProxmox();
    use(fake.client(() -> now));
  }

  private void use(ProxmoxCluster cluster) {
    hypervisor = new ProxmoxHypervisor(cluster);
    power = ProxmoxPower.of(cluster, FakeCluster.NODES.values(), ProxmoxPower.USUAL, () -> now);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void afterTheFirstLookALookIsThreeRequests() {
    hypervisor.look();
    fake.asked.clear();

    hypervisor.look();

    assertThat(fake.asked)
        .containsExactly(
            "GET /cluster/status",
            "GET /cluster/resources",
            "GET /cluster/ha/status/manager_status");
  }

  @Test
  void whateverGoesWrongNothingIsSeenAndNothingIsAskedForOfIt() {
    hypervisor.look();
    List<FakeProxmox.Manner> faults =
        List.of(
            says(503, "busy"),
            says(595, "{\"data\": null, \"message\": \"No route to host\\n\"}"),
            says(302, ""),
            says(200, "<html>Log in</html>"),
            says(200, "{\"data\": [{\"type\": \"node\", \"na"),
            says(200, "{\"dta\": []}"),
            data("null"),
            data("17"));

    assertThat(List.of("/cluster/status", "/cluster/resources"))
        .allSatisfy(path -> faults.forEach(fault -> expectBlind(path, fault)));
    assertThat(fake.asked).noneMatch(it -> it.startsWith("POST"));
  }

  private void expectBlind(String path, FakeProxmox.Manner fault) {
    fake.manners.put(path, fault);
    assertThat(hypervisor.look())
        .isInstanceOfSatisfying(
            Sight.Unseen.class, unseen -> assertThat(unseen.last()).isPresent());
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);
    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);
    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.Unknown.class);
    fake.manners.clear();
  }

  @Test
  void oneThatHangsOrTricklesIsUnseenOnceItsTimeIsUp() {
    use(
        FakeProxmox.client(
            () -> now, () -> FakeProxmox.TOKEN, Duration.ofMillis(400), List.of(fake.uri())));

    assertThat(List.of(fake.hangs(), fake.trickles()))
        .allSatisfy(manner -> {
          fake.manners.put("/cluster/status", manner);
          assertThat(hypervisor.look())
              .isInstanceOfSatisfying(
                  Sight.Unseen.class,
                  unseen ->
                      assertThat(unseen.because()).isEqualTo("north: no answer within 400 ms"));
        });
  }

  @Test
  void whatMakesNoSenseInAListIsNotThere() {
    fake.cluster.guests =
        "17, null, {\"type\": \"qemu\"}, {\"type\": \"qemu\", \"vmid\": 1, \"node\": \"../..\"}, "
            + "{\"type\": \"node\", \"node\": \"a/b\"}, {\"type\": \"lxc\", \"vmid\": \"x\", \"node\": \"pve1\"}";

    Inventory seen = hypervisor.look().newest().orElseThrow();

    assertThat(seen.guests()).isEmpty();
    assertThat(seen.hosts()).hasSize(5);
    assertThat(fake.asked).noneMatch(it -> it.contains(".."));
  }

  @Test
  void whereANodeSleepsAnotherIsAsked() {
    use(
        FakeProxmox.client(
            () -> now,
            () -> FakeProxmox.TOKEN,
            Duration.ofSeconds(30),
            List.of(NOBODY, fake.uri())));

    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
    assertThat(power.on(IDLE)).isEqualTo(Answer.DONE);
  }

  @Test
  void whatMayHaveBeenHeardIsNotSaidToAnotherNode() throws IOException {
    try (var other = new FakeProxmox()) {
      use(
          FakeProxmox.client(
              () -> now,
              () -> FakeProxmox.TOKEN,
              Duration.ofSeconds(30),
              List.of(fake.uri(), other.uri())));
      fake.manners.put("/migrate", says(503, ""));

      assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);

      assertThat(other.asked).isEmpty();
    }
  }

  @Test
  void aTaskThatRunsIsFollowedAndNotBegunAgain() {
    fake.cluster.task = "{\"status\": \"running\"}";
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.STILL_ASKED);
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.STILL_ASKED);

    fake.cluster.task = "{\"status\": \"stopped\", \"exitstatus\": \"WARNINGS: 1\"}";
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.DONE);

    assertThat(fake.asked("/migrate")).isEqualTo(1);
  }

  @Test
  void aMoveThatFailsInTheMiddleIsRefusedInItsWordsAndMayBeTriedAgain() {
    fake.cluster.task = "{\"status\": \"running\"}";
    hypervisor.migrate(WEB, IDLE);
    fake.cluster.task = "{\"status\": \"stopped\", \"exitstatus\": \"migration aborted\"}";

    assertThat(hypervisor.migrate(WEB, IDLE))
        .isEqualTo(new Answer.Refused("move of web to pve2: migration aborted"));

    fake.cluster.task = "{\"status\": \"stopped\", \"exitstatus\": \"OK\"}";
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.DONE);
    assertThat(fake.asked("/migrate")).isEqualTo(2);
  }

  @Test
  void aTaskThatNeverEndsIsToldSoAndNotBegunAgain() {
    fake.cluster.task = "{\"status\": \"running\"}";
    hypervisor.migrate(WEB, IDLE);
    now = now.plus(Duration.ofMinutes(31));

    assertThat(hypervisor.migrate(WEB, IDLE))
        .isInstanceOfSatisfying(
            Answer.Unknown.class,
            unknown -> assertThat(unknown.because()).contains("still under way; look at UPID:"));
    assertThat(fake.asked("/migrate")).isEqualTo(1);
  }

  @Test
  void ofATaskThatCannotBeAskedNothingIsKnownAndItIsNotBegunAgain() {
    fake.manners.put(":/status", says(595, ""));
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);

    assertThat(fake.asked("/migrate")).isEqualTo(1);
  }

  @Test
  void howATaskEndedLongAgoAnswersNobody() {
    fake.cluster.task = "{\"status\": \"running\"}";
    hypervisor.migrate(WEB, IDLE);
    fake.cluster.task = "{\"status\": \"stopped\", \"exitstatus\": \"migration aborted\"}";
    now = now.plus(Duration.ofDays(1));
    fake.manners.put("/migrate", data("\"UPID:pve1:another:\""));

    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.asked("/migrate")).isEqualTo(2);
  }

  @Test
  void whileItShutsDownItIsNotStarted() {
    fake.cluster.task = "{\"status\": \"running\"}";
    hypervisor.migrate(WEB, IDLE);
    fake.cluster.guests = FakeCluster.guest(100, "web", "pve1", "stopped", "");

    assertThat(hypervisor.start(WEB)).isInstanceOf(Answer.Unknown.class);

    assertThat(fake.asked("/start")).isZero();
  }

  @Test
  void whatItRefusesIsRefusedInItsWords() {
    fake.manners.put("/migrate", dies("target node 'pve2' is not online"));
    assertThat(hypervisor.migrate(WEB, IDLE))
        .isEqualTo(
            new Answer.Refused("move of web to pve2: target node 'pve2' is not online (HTTP 500)"));

    fake.manners.put(
        "/migrate",
        says(
            403,
            "{\"data\": null, \"message\": \"Permission check failed (/vms/100, VM.Migrate)\"}"));
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void anErrorThatIsNotItsOwnSaysNothingOfTheEffect() {
    fake.manners.put("/migrate", says(500, "<html>Bad proxy</html>"));
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);

    fake.manners.put("/migrate", data("\"started\""));
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aNumberThatIsGivenToAnotherGuestIsNotTouched() {
    hypervisor.look();
    fake.cluster.configuration =
        FakeCluster.uuid(MachineId.of("20000000-0000-0000-0000-000000000002"));

    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.asked("/migrate")).isZero();
  }

  @Test
  void twoGuestsOfOneIdAreNamedAndNotTouched() {
    fake.cluster.guests += ", " + FakeCluster.guest(101, "copy", "pve3", "running", "");

    Inventory seen = hypervisor.look().newest().orElseThrow();

    assertThat(seen.ambiguous()).containsExactly(WEB);
    assertThat(seen.guests()).isEmpty();
    assertThat(seen.host(FakeCluster.node(3)).orElseThrow().occupied()).isTrue();
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
  }
}
