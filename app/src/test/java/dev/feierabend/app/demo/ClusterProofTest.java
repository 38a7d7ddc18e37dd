package dev.feierabend.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.demo.cluster.ClusterTowns;
import dev.feierabend.app.words.Phrases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterProofTest {
  private static final String WIKI = "deployment/ahausen/wiki";
  private static final Map<String, String> BEFORE =
      Map.of(
          WIKI, "{\"replicas\":2,\"paused\":true}", "deployment/ahausen/web", "{\"replicas\":3}");

  private final StringWriter said = new StringWriter();
  private final ClusterProof proof =
      new ClusterProof(new PrintWriter(said, true), Phrases.ofDemo(Locale.ENGLISH), BEFORE);

  @Test
  void everySleeperIsWrittenToOnceToSleepAndOnceToWakeButForTheOneThatAPersonWoke() {
    var writes = twoEach();
    writes.put(WIKI, 1L);

    assertThat(proof.writes(writes)).isTrue();
    assertThat(said.toString()).contains("19 writes to 10 workloads");
  }

  @Test
  void aThirdWriteIsSeen() {
    var writes = twoEach();
    writes.put(WIKI, 3L);

    assertThat(proof.writes(writes)).isFalse();
    assertThat(said.toString()).contains("NOT", WIKI + "=3");
  }

  @Test
  void aSleeperThatNobodyWroteToAndAStrangerAreSeen() {
    var fewer = twoEach();
    fewer.remove(WIKI);
    var more = twoEach();
    more.put("deployment/ahausen/phone", 1L);

    assertThat(proof.writes(fewer)).isFalse();
    assertThat(proof.writes(more)).isFalse();
  }

  @Test
  void whatAPersonWokeIsAsThatPersonLeftItAndAllElseAsItWas() {
    assertThat(proof.restored(with(WIKI, "{\"replicas\":1,\"paused\":true}"), WIKI)).isTrue();
    assertThat(said.toString()).contains("1 of 2 workloads exactly as they were, " + WIKI);
  }

  @Test
  void anyOtherDifferenceIsSeen() {
    var changed = with(WIKI, "{\"replicas\":1,\"paused\":true}");
    changed.put("deployment/ahausen/web", "{\"replicas\":0}");

    assertThat(proof.restored(changed, WIKI)).isFalse();
    assertThat(said.toString()).contains("NOT", "deployment/ahausen/web");
    assertThat(proof.restored(with(WIKI, "{\"replicas\":1}"), WIKI)).isFalse();
    assertThat(proof.restored(BEFORE, WIKI)).as("taken from its person").isFalse();
    assertThat(proof.restored(Map.of(WIKI, "{\"replicas\":1,\"paused\":true}"), WIKI)).isFalse();
  }

  private static Map<String, Long> twoEach() {
    var writes = new HashMap<String, Long>();
    ClusterTowns.sleepers().forEach(id -> writes.put(id, 2L));
    return writes;
  }

  private static Map<String, String> with(String id, String specification) {
    var after = new HashMap<>(BEFORE);
    after.put(id, specification);
    return after;
  }
}
