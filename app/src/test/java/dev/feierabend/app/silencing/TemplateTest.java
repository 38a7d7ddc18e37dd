package dev.feierabend.app.silencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.app.silencing.Sleeper.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Matchers as they are written in the settings.
final class TemplateTest {
  private static final Set<String> KNOWN = Kind.WORKLOAD.known();
  private static final Map<String, String> MAIL =
      Map.of("kind", "deployment", "namespace", "office", "name", "mail.v2");

  @Test
  void whatIsParticularToWhoSleepsIsFilledIn() {
    var template =
        Template.parse(
            "namespace=\"{{namespace}}\", {{kind}}=\"{{name}}\",severity!=\"page\"", KNOWN);

    assertThat(template.fill(MAIL).orElseThrow())
        .containsExactly(
            new LabelMatcher("deployment", "mail.v2", false, true),
            new LabelMatcher("namespace", "office", false, true),
            new LabelMatcher("severity", "page", false, false));
  }

  @Test
  void inARegularExpressionAPointIsAPoint() {
    var template = Template.parse("pod=~\"{{name}}-[a-z0-9]+\", job!~\"a|\\\"b\"", KNOWN);

    assertThat(template.fill(MAIL).orElseThrow())
        .containsExactly(
            new LabelMatcher("job", "a|\"b", true, false),
            new LabelMatcher("pod", "mail\\.v2-[a-z0-9]+", true, true));
  }

  @Test
  void aKindThatIsNoLabelIsMadeOne() {
    var names = Map.of("kind", "argo-rollout", "name", "web");

    assertThat(Template.parse("{{kind}}=\"{{name}}\"", KNOWN).fill(names).orElseThrow())
        .containsExactly(new LabelMatcher("argo_rollout", "web", false, true));
  }

  @Test
  void ofWhomSomethingIsNotKnownNothingIsMade() {
    var template = Template.parse("namespace=\"{{namespace}}\"", KNOWN);

    assertThat(template.fill(Map.of("name", "vm-1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "node",
        "node={{name}}",
        "name=\"{{name}}\",",
        "name=\"{{name}}\" pod=\"x\"",
        "name==\"{{name}}\"",
        "name=\"{{name}}"
      })
  void whatIsWrittenOtherwiseIsRefused(String text) {
    assertThatThrownBy(() -> Template.parse(text, KNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Expected matchers like ")
        .hasMessageEndingWith("but found '" + text + "'");
  }

  @Test
  void aNameThatNothingHasIsRefused() {
    assertThatThrownBy(() -> Template.parse("node=\"{{node}}\"", KNOWN))
        .hasMessage(
            "Expected one of [cluster, kind, name, namespace] in braces but found {{node}} in"
                + " 'node=\"{{node}}\"'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"severity=\"warning\"", "name!=\"{{name}}\"", "name!~\"{{name}}\""})
  void whatWouldSilenceEverybodyIsRefused(String text) {
    assertThatThrownBy(() -> Template.parse(text, KNOWN))
        .hasMessageContaining("without one everybody's alerts would be silenced");
  }
}
