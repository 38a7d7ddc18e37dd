package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sounds the alarm where a group of an order wasn't ready in its time: once each.
final class GroupAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(GroupAlarm.class);

  private final Set<String> sounded = ConcurrentHashMap.newKeySet();

  /// The same, told.
  List<ReportLate> late(List<ReportLate> groups) {
    for (ReportLate group : groups) {
      if (sounded.add(group.target())) {
        LOG.error(
            "ALARM: the group {} was not ready by {}, and the next goes on: {}",
            group.subject(),
            group.readyBy(),
            group.because());
      }
    }
    return groups;
  }

  long sounded() {
    return sounded.size();
  }
}
