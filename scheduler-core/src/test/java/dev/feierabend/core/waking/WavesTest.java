package dev.feierabend.core.waking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WavesTest {
  private static final Instant SIX = Instant.parse("2026-11-24T05:00:00Z");
  private static final Duration LOOK = Duration.ofMinutes(1);

  @Test
  void noMoreBeginThanRackAndFeedBear() {
    Waves waves = racks(3, 4);

    assertThat(waves.next(hosts(8, SIX, 4), List.of()))
        .containsExactly(host(0), host(1), host(2), host(4));
    assertThat(waves.next(hosts(8, SIX, 4), List.of(host(6), host(7))))
        .containsExactly(host(0), host(1));
    assertThat(waves.next(hosts(8, SIX, 4), List.of(host(0), host(1), host(2), host(5)))).isEmpty();
  }

  @Test
  void whoIsNeededFirstBeginsFirstAndOfThoseWhoTakesLongest() {
    var late = new Waiting(host(0), SIX.plusSeconds(1), lead(60));
    var quick = new Waiting(host(1), SIX, lead(4));
    var slow = new Waiting(host(2), SIX, lead(10));

    assertThat(Waves.of(2).next(List.of(late, quick, slow), List.of()))
        .containsExactly(host(2), host(1));
  }

  @Test
  void reckonedBackTheLastWaveHasItsCautiousTimeAndEachBeforeItItsUsualOne() {
    var latest = Waves.of(2).latest(hosts(6, SIX, 4), LOOK);

    assertThat(latest.values())
        .containsExactlyInAnyOrder(
            minutes(12), minutes(12), minutes(17), minutes(17), minutes(22), minutes(22));
    assertThat(latest.get(host(0))).isEqualTo(minutes(22));
  }

  @Test
  void whoNothingIsSaidOfIsBoundedWithTheOthers() {
    Waves waves = racks(3, 4);

    assertThat(waves.next(List.of(waiting(100), waiting(101), waiting(102)), List.of()))
        .containsExactly(host(100), host(101));
  }

  @Test
  void aLimitOfNobodyIsNone() {
    assertThatThrownBy(() -> Waves.of(0)).hasMessageContaining("at least 1 but found 0");
  }

  @Test
  void whoHangsLeavesItsPlaceAfterTwiceTheUsualTimeOrItsCautiousOne() {
    assertThat(new Lead(Duration.ofMinutes(4), Duration.ofMinutes(50)).patience())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(lead(4).patience()).isEqualTo(Duration.ofMinutes(10));
    assertThat(new Lead(Duration.ofMinutes(4), Duration.ofMinutes(5)).patience())
        .isEqualTo(Duration.ofMinutes(5));
  }

  /// Four hosts a rack, two racks on a feed.
  private static Waves racks(int perRack, int perFeed) {
    var bounds = new TreeMap<MachineId, List<String>>();
    IntStream.range(0, 8).forEach(i -> bounds.put(host(i), List.of("rack/" + i / 4, "feed/a")));
    var most = Map.of("rack/0", perRack, "rack/1", perRack, "feed/a", perFeed, "", 2);
    return new Waves(bounds, new TreeMap<>(most));
  }

  private static List<Waiting> hosts(int count, Instant needed, int minutes) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Waiting(host(i), needed, lead(minutes)))
        .toList();
  }

  private static Waiting waiting(int number) {
    return new Waiting(host(number), SIX, lead(4));
  }

  /// Three times as long at its worst.
  private static Lead lead(int minutes) {
    return new Lead(Duration.ofMinutes(minutes), Duration.ofMinutes(3L * minutes));
  }

  private static Instant minutes(int before) {
    return SIX.minus(Duration.ofMinutes(before));
  }

  private static MachineId host(int number) {
    return MachineId.of("00000000-0000-0000-0000-%012d".formatted(number));
  }
}
