package dev.feierabend.kubernetes.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.client.Change;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CordonTest {
  private static final ActionId ACTION = new ActionId("cordon/n1@p#1");
  private static final Map<String, String> OURS = Map.of(Cordon.MARK, "cordon/n1@p#1");

  @Test
  void aCordonCarriesItsAction() {
    assertThat(text(Cordon.cordon(node(false, Map.of()), ACTION)))
        .isEqualTo(
            """
            {"metadata":{"resourceVersion":"42","annotations":{"feierabend.dev/cordoned":"cordon/n1@p#1"}},"spec":{"unschedulable":true}}\
            """);
  }

  @Test
  void whatIsCordonedAlreadyIsNotWrittenWhoeverDidIt() {
    assertThat(Cordon.cordon(node(true, OURS), ACTION)).isEqualTo(Change.NOTHING);
    assertThat(Cordon.cordon(node(true, Map.of()), ACTION)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatAPersonUncordonedAfterUsIsLeftToThem() {
    assertThat(Cordon.cordon(node(false, OURS), ACTION)).isInstanceOf(Change.Leave.class);
  }

  @Test
  void anotherActionCordonsAnewWhatAPersonUncordoned() {
    assertThat(Cordon.cordon(node(false, OURS), new ActionId("cordon/n1@p#2")))
        .isInstanceOf(Change.Write.class);
  }

  @Test
  void admissionLiftsOurCordonAndItsMark() {
    assertThat(text(Cordon.admit(node(true, OURS))))
        .isEqualTo(
            """
            {"metadata":{"resourceVersion":"42","annotations":{"feierabend.dev/cordoned":null}},"spec":{"unschedulable":false}}\
            """);
  }

  @Test
  void aPersonsCordonStays() {
    assertThat(Cordon.admit(node(true, Map.of())))
        .isEqualTo(
            new Change.Leave(
                "Expected node n1 to carry our mark feierabend.dev/cordoned, but somebody else cordoned it"));
  }

  @Test
  void whatTakesWorkAndHasNoMarkIsNotWritten() {
    assertThat(Cordon.admit(node(false, Map.of()))).isEqualTo(Change.NOTHING);
  }

  @Test
  void aMarkThatAPersonsUncordonLeftBehindGoesWithTheAdmission() {
    assertThat(text(Cordon.admit(node(false, OURS)))).contains("\"feierabend.dev/cordoned\":null");
  }

  private static Node node(boolean cordoned, Map<String, String> annotations) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("n1")
        .withResourceVersion("42")
        .withAnnotations(annotations)
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(cordoned ? true : null)
        .endSpec()
        .build();
  }

  private static String text(Change change) {
    assertThat(change).isInstanceOf(Change.Write.class);
    return ((Change.Write) change).patch().json();
  }
}
