package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FluxPauseTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final String ASKED = "feierabend.dev/pause-flux: \"true\"";
  private static final String BY_HAND = ASKED + ", kustomize.toolkit.fluxcd.io/reconcile: disabled";

  /// Of what is awake.
  private static final Step.Wake RESUME = new Step.Wake(MAIL, 2, 2, Optional.empty());

  @Test
  void fluxLeavesAloneWhatSleepsWhereItsOwnerAsksForIt() throws Exception {
    Managed asleep = asleep(mail(ASKED));
    assertThat(asleep.annotations()).containsEntry(FluxPause.RECONCILE, "disabled");

    assertThat(awake(asleep).annotations()).containsOnlyKeys(FluxPause.ASKED);
  }

  @Test
  void whereNobodyAsksFluxIsNotToldAnything() throws Exception {
    assertThat(asleep(mail("a: b")).annotations()).doesNotContainKey(FluxPause.RECONCILE);
  }

  @Test
  void whoPausedFluxByHandKeepsThat() throws Exception {
    assertThat(awake(asleep(mail(BY_HAND))).annotations())
        .containsEntry(FluxPause.RECONCILE, "disabled");
  }

  @Test
  void whatAPersonWokeKeepsItsScaleAndFluxSeesToItAgain() throws Exception {
    Managed woken = scaled(asleep(mail(ASKED)), 2);
    assertThat(new Transition(woken).paused()).isTrue();

    Managed resumed = after(woken, new Transition(woken).wake(RESUME, new ActionId("wake@1")));

    assertThat(resumed.annotations()).containsOnlyKeys(FluxPause.ASKED);
    assertThat(resumed.wanted()).contains(2);
    assertThat(new Transition(resumed).wake(RESUME, new ActionId("wake@2")))
        .isEqualTo(Change.NOTHING);
  }

  @Test
  void whatFellAsleepAgainMeanwhileIsNotWokenByThat() throws Exception {
    Managed asleep = asleep(mail(ASKED));

    assertThat(new Transition(asleep).wake(RESUME, new ActionId("wake@1")))
        .isEqualTo(Change.NOTHING);
  }

  private static Managed scaled(Managed mail, int replicas) throws JsonProcessingException {
    var patch = new ObjectMapper().createObjectNode();
    patch.putObject("spec").put("replicas", replicas);
    return Objects.patched(mail, patch);
  }

  private static Managed mail(String annotations) {
    return Objects.managed(
        "deployment",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {namespace: office, name: mail, uid: x, annotations: {%s}}
        spec: {replicas: 3}
        """
            .formatted(annotations));
  }

  private static Managed asleep(Managed mail) throws JsonProcessingException {
    return after(mail, new Transition(mail).sleep(0, new ActionId("sleep@1")));
  }

  private static Managed awake(Managed mail) throws JsonProcessingException {
    var wake = new Step.Wake(MAIL, 3, 0, Optional.empty());
    return after(mail, new Transition(mail).wake(wake, new ActionId("wake@1")));
  }

  private static Managed after(Managed object, Change change) throws JsonProcessingException {
    String patch = ((Change.Write) change).patch().json();
    return Objects.patched(object, (ObjectNode) new ObjectMapper().readTree(patch));
  }
}
