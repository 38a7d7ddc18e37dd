package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sounds the alarm where a group of an order wasn't ready in its time, and has it recorded: once
/// each, and not before the store takes it.
final class GroupAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(GroupAlarm.class);

  /// Who isn't late any more for so long may be late again.
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Map<String, Instant> sounded = new HashMap<>();
  private final Map<String, ReportLate> unrecorded = new LinkedHashMap<>();
  private final AtomicLong count = new AtomicLong();

  /// @param groups those that are late at `at`
  /// @param record false while the store is out
  void sound(List<ReportLate> groups, Predicate<ReportLate> record, Instant at) {
    Set<String> late = groups.stream().map(ReportLate::target).collect(Collectors.toSet());
    sounded
        .entrySet()
        .removeIf(it -> !late.contains(it.getKey()) && it.getValue().isBefore(at.minus(A_DAY)));
    groups.stream()
        .filter(group -> sounded.putIfAbsent(group.target(), group.readyBy()) == null)
        .forEach(this::sound);
    unrecorded.values().removeIf(record);
  }

  private void sound(ReportLate group) {
    LOG.error(
        "ALARM: the group {} was not ready by {}, and the next goes on: {}",
        group.subject(),
        group.readyBy(),
        group.because());
    count.incrementAndGet();
    unrecorded.put(group.target(), group);
  }

  long sounded() {
    return count.get();
  }
}
