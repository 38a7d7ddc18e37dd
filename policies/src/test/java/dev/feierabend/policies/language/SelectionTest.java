package dev.feierabend.policies.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.Seen;
import dev.feierabend.policies.terms.PoolId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final String ALL =
      "workloads: {labels: {tier: web}, tags: [night-off], names: [\"web-*\", shop]}";

  @Test
  void everyLabelAndEveryTagIsWantedAndOneOfTheNames() {
    Selector selects = selects(ALL);
    Map<String, String> both = Map.of("tier", "web", "night-off", "", "zone", "a");

    assertThat(selects.matches(seen("web-1", both))).isTrue();
    assertThat(selects.matches(seen("shop", both))).isTrue();
    assertThat(selects.matches(seen("shop-1", both))).isFalse();
    assertThat(selects.matches(seen("shop", Map.of("tier", "web")))).isFalse();
    assertThat(selects.matches(seen("shop", Map.of("tier", "web", "night-off", "no")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "web, web, true",
    "web, web-1, false",
    "web-*, web-, true",
    "web-*, web, false",
    "*-db, mail-db, true",
    "*-db, mail-db-1, false",
    "*, anything, true",
    "a*b*c, abc, true",
    "a*b*c, a-b-b-c, true",
    "a*b*c, acb, false",
    "ab*ba, aba, false",
    "a*a*a, aa, false",
    "**, x, true"
  })
  void aStarStandsForAnyLettersNoneOfThemToo(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void aTagThatIsALabelWithAnotherValueIsAFault() {
    assertThat(faults("workloads: {labels: {tier: web}, tags: [tier]}"))
        .containsExactly("a tag that is not among the labels, found \"tier\", which is one");
  }

  @Test
  void workloadsWithoutAnyTraitWouldBeAllOfThem() {
    assertThat(faults("workloads: {}")).first().asString().contains("found none of them");
    assertThat(faults("workloads: {tags: []}")).first().asString().contains("found neither");
  }

  @Test
  void aNameIsWrittenInLettersDigitsAndStars() {
    assertThat(faults("workloads: {names: [\"a b\"]}"))
        .containsExactly("a name, * for any letters in it, for example \"web-*\", found \"a b\"");
  }

  @Test
  void tagsAndNamesAreComparedToo() {
    assertThat(CanonicalPolicy.of(policy(ALL)))
        .isNotEqualTo(CanonicalPolicy.of(policy(ALL.replace(", shop", ""))))
        .isNotEqualTo(CanonicalPolicy.of(policy(ALL.replace("night-off", "off"))));
  }

  private static Seen seen(String name, Map<String, String> labels) {
    return new Seen(new PoolId("ahausen-office"), name, labels);
  }

  private static Selector selects(String clause) {
    return policy(clause).selects();
  }

  private static SchedulePolicy policy(String clause) {
    return Documents.policy(document(clause));
  }

  private static List<String> faults(String clause) {
    return Documents.policyFaults(document(clause)).stream()
        .map(fault -> fault.replaceFirst(".*: expected ", ""))
        .toList();
  }

  private static String document(String clause) {
    return Documents.TOWN_HALL
        .replace("workloads: {labels: {tier: web}}", clause)
        .replace("  pools: [ahausen-office]\n", "");
  }
}
