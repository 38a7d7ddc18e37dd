package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.Watts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JournalMapperTest {
  private final ObjectMapper mapper = JournalMapper.create();

  record Everything(
      Owner owner,
      PoolId pool,
      Map<PoolId, Watts> watts,
      Map<MachineId, Reason> reasons,
      Optional<Reason> maybe,
      Set<PoolId> pools,
      Set<Reason> why,
      Instant at,
      Duration lead) {}

  private static final Everything EVERYTHING =
      new Everything(
          Owner.OPERATOR,
          new PoolId("b"),
          Map.of(new PoolId("b"), new Watts(12.5), new PoolId("a"), new Watts(0)),
          Map.of(MachineId.of("00000000-0000-0000-0000-000000000007"), new Reason.Needed()),
          Optional.of(new Reason.Floor(2)),
          Set.of(new PoolId("z"), new PoolId("a")),
          Set.of(new Reason.Frozen()),
          Instant.parse("2026-11-24T20:00:00.5Z"),
          Duration.ofMinutes(30));

  private static final String WRITTEN =
      """
      {"owner":"operator","pool":"b","watts":{"a":0.0,"b":12.5},\
      "reasons":{"00000000-0000-0000-0000-000000000007":{"type":"Needed"}},\
      "maybe":{"type":"Floor","hosts":2},"pools":["a","z"],"why":[{"type":"Frozen"}],\
      "at":"2026-11-24T20:00:00.500Z","lead":"PT30M"}\
      """;

  @Test
  void valuesStandForThemselvesAndAlternativesForTheirNames() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(EVERYTHING)).isEqualTo(WRITTEN);
    assertThat(mapper.readValue(WRITTEN, Everything.class)).isEqualTo(EVERYTHING);
    assertThat(mapper.treeToValue(mapper.valueToTree(EVERYTHING), Everything.class))
        .isEqualTo(EVERYTHING);
  }

  @Test
  void aSetIsWrittenInOrderWhateverItsOwn() throws JsonProcessingException {
    record Pools(Set<PoolId> pools) {}
    var pools =
        IntStream.range(100, 200)
            .mapToObj(i -> new PoolId("pool-" + i))
            .collect(Collectors.toUnmodifiableSet());
    var names = pools.stream().map(PoolId::value).sorted().toList();
    assertThat(mapper.writeValueAsString(new Pools(pools)))
        .isEqualTo("{\"pools\":[\"%s\"]}".formatted(String.join("\",\"", names)));
  }

  @Test
  void whatIsMissingUnknownOrMisspelledIsRefused() {
    var bad =
        List.of(
            WRITTEN.replace("\"lead\"", "\"leed\""),
            WRITTEN.replace(",\"lead\":\"PT30M\"", ""),
            WRITTEN.replace("Floor", "Flour"),
            WRITTEN.replace("operator", "operators"),
            WRITTEN.replace("\"pool\":\"b\"", "\"pool\":\"B\""),
            WRITTEN.replace("12.5", "-12.5"),
            WRITTEN + "{}");
    assertThat(bad)
        .allSatisfy(text ->
            assertThatThrownBy(() -> mapper.readValue(text, Everything.class))
                .as(text)
                .isInstanceOf(JsonMappingException.class));
  }

  @Test
  void ownersAreTheirText() throws JsonProcessingException {
    var owner = Owner.of(new TenantId("ahausen"));
    assertThat(mapper.writeValueAsString(owner)).isEqualTo("\"tenant:ahausen\"");
    assertThat(mapper.readValue("\"tenant:ahausen\"", Owner.class)).isEqualTo(owner);
  }
}
