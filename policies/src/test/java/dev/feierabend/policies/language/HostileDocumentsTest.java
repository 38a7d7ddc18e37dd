package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.policyFaults;
import static dev.feierabend.policies.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Documents come from strangers: whatever they hold, there is an answer, soon.
class HostileDocumentsTest {

  @Test
  void aliasesThatMultiplyAreRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(policyFaults(bomb.toString()))
        .singleElement()
        .asString()
        .contains("Number of aliases");
  }

  @Test
  void aDocumentThatContainsItselfIsRefused() {
    assertThat(policyFaults("&a {kind: *a, apiVersion: *a, *a : *a}")).isNotEmpty();
    assertThat(policyFaults(TOWN_HALL.replace("[ahausen-office]", "&p [*p]"))).isNotEmpty();
  }

  @Test
  void nestingBeyondReasonIsRefused() {
    assertThat(policyFaults("[".repeat(100_000)))
        .containsExactly("policy.yaml:1:33: expected at most 32 levels, found one level more");
  }

  @Test
  void aDocumentBeyondReasonIsRefused() {
    assertThat(policyFaults("# " + "x".repeat(300_000)))
        .containsExactly("policy.yaml:1:1: expected at most 262144 bytes, found 300002 bytes");
  }

  @Test
  void ofFaultsBeyondReasonTheFirstAreToldAndThatThereAreMore() {
    String many = TOWN_HALL.replace("exceptions:", "exceptions:" + "\n    - {}".repeat(5_000));

    assertThat(policyFaults(many)).hasSize(1_001);
    assertThat(policyFaults(many).getLast())
        .endsWith("at most 1000 faults, found more, and read no further");
    assertThat(policyFaults(many).subList(0, 1_000)).doesNotHaveDuplicates();
  }

  @Test
  void asManyFaultsAsAnHonestDocumentHasAreAllTold() {
    String many = TOWN_HALL.replace("exceptions:", "exceptions:" + "\n    - {}".repeat(500));

    assertThat(policyFaults(many)).hasSize(1_000).noneMatch(fault -> fault.contains("at most"));
  }

  @Test
  void keysWithoutEndAreReadNoFurther() {
    assertThat(policyFaults(TOWN_HALL + "again: x\n".repeat(5_000))).hasSize(1_001);
    assertThat(
            policyFaults(TOWN_HALL.replace("tier: web", "tier: web" + ", tier: b".repeat(5_000))))
        .hasSize(1_001);
  }

  @Test
  void aValueOfManyThousandCharactersIsRefusedLikeAnyOther() {
    String days = "{every: \"Mon" + ",Mon".repeat(60_000) + "\", from: \"20:00\", to: \"06:00\"}";

    assertThat(policyFaults(TOWN_HALL.replace("{from: Mon 20:00, to: Tue 06:00}", days)))
        .singleElement()
        .asString()
        .endsWith("found \"Mon,Mon,Mon,Mon,Mon,Mon,Mon,Mon,Mon,Mon,Mon,Mon,Mo…\"");
  }

  @Test
  void charactersOfTwoHalvesAreReadWhereverTheyStand() {
    for (int before = 1_000; before < 1_030; before++) {
      String comment = "#" + "x".repeat(before) + "🌙".repeat(1_000) + "\n";
      assertThat(policy(comment + TOWN_HALL).name()).isEqualTo("rathaus");
    }
    assertThat(policyFaults(TOWN_HALL.replace("name: rathaus", "name: " + "🌙".repeat(40))))
        .singleElement()
        .asString()
        .endsWith("found \"" + "🌙".repeat(40) + "\"");
  }

  @Test
  void whateverBytesChangeTheParserAnswers() {
    long seed = 20260615;
    System.out.println("seed " + seed);
    var random = new Random(seed);
    int valid = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = utf8(TOWN_HALL);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : "[]{}:,&*!|>'\"%@`#- \n".charAt(random.nextInt(20)));
      }
      valid +=
          switch (SchedulePolicyParser.parse("policy.yaml", bytes)) {
            case Parsed.Valid<SchedulePolicy> _ -> 1;
            case Parsed.Invalid<SchedulePolicy>(var faults) -> {
              assertThat(faults).as("seed %d, round %d", seed, i).isNotEmpty();
              yield 0;
            }
          };
    }
    assertThat(valid).isBetween(10, 2_500);
  }
}
