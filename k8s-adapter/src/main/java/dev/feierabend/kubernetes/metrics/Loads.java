package dev.feierabend.kubernetes.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.fleet.Metered;
import dev.feierabend.policies.terms.PoolId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Adds readings up to their members' loads. A member of which a part is missing has no sample:
/// half a load would be an invented one.
record Loads(Map<String, Reading> readings) {
  private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

  Loads {
    readings = Map.copyOf(readings);
  }

  static Loads of(List<Reading> readings) {
    var bySource = new TreeMap<String, Reading>();
    readings.forEach(reading -> bySource.put(reading.source(), reading));
    return new Loads(bySource);
  }

  List<PoolLoad> pools(List<Metered> members) {
    Map<PoolId, List<Metered>> pools =
        members.stream().collect(groupingBy(Metered::pool, TreeMap::new, toList()));
    return pools.entrySet().stream()
        .map(pool ->
            new PoolLoad(
                pool.getKey(),
                pool.getValue().size(),
                pool.getValue().stream().flatMap(it -> sample(it).stream()).toList()))
        .toList();
  }

  /// One reading tells no peak: mean and peak are the same.
  private Optional<Sample> sample(Metered member) {
    List<Reading> parts =
        member.sources().stream().map(readings::get).filter(Objects::nonNull).toList();
    if (parts.isEmpty() || parts.size() < member.sources().size()) {
      return Optional.empty();
    }
    double cores = sum(parts, Reading::cores).doubleValue();
    long memory = sum(parts, Reading::bytes).divideToIntegralValue(MEBI).longValue();
    return Optional.of(new Sample(member.member(), cores, cores, memory, Optional.empty()));
  }

  private static BigDecimal sum(List<Reading> parts, Function<Reading, BigDecimal> amount) {
    return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
