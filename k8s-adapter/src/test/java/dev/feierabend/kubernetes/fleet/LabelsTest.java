package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Map<String, String> WEB = Map.of("app", "web", "tier", "front");

  @Test
  void anEmptySelectorTakesEverythingAnAbsentOneNothing() {
    assertThat(Labels.match(new LabelSelector(), WEB)).isTrue();
    assertThat(Labels.match(new LabelSelector(), Map.of())).isTrue();
    assertThat(Labels.match(null, WEB)).isFalse();
  }

  @Test
  void allLabelsMustBeThere() {
    assertThat(Labels.match(equal(Map.of("app", "web")), WEB)).isTrue();
    assertThat(Labels.match(equal(WEB), Map.of("app", "web"))).isFalse();
    assertThat(Labels.match(equal(Map.of("app", "mail")), WEB)).isFalse();
  }

  @Test
  void eachOperatorMeansWhatKubernetesMeans() {
    assertThat(Labels.match(where("app", "In", "web", "mail"), WEB)).isTrue();
    assertThat(Labels.match(where("app", "In", "mail"), WEB)).isFalse();
    assertThat(Labels.match(where("none", "In", "web"), WEB)).isFalse();
    assertThat(Labels.match(where("app", "NotIn", "mail"), WEB)).isTrue();
    assertThat(Labels.match(where("app", "NotIn", "web"), WEB)).isFalse();
    assertThat(Labels.match(where("none", "NotIn", "web"), WEB)).isTrue();
    assertThat(Labels.match(where("app", "Exists"), WEB)).isTrue();
    assertThat(Labels.match(where("none", "Exists"), WEB)).isFalse();
    assertThat(Labels.match(where("app", "DoesNotExist"), WEB)).isFalse();
    assertThat(Labels.match(where("none", "DoesNotExist"), WEB)).isTrue();
  }

  @Test
  void anOperatorThatIsNoneIsABug() {
    assertThatThrownBy(() -> Labels.match(where("app", "Like", "w*"), WEB))
        .hasMessage("Expected a selector's operator but found Like");
  }

  private static LabelSelector equal(Map<String, String> labels) {
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  private static LabelSelector where(String key, String operator, String... values) {
    return new LabelSelectorBuilder()
        .addNewMatchExpression()
        .withKey(key)
        .withOperator(operator)
        .withValues(values)
        .endMatchExpression()
        .build();
  }
}
