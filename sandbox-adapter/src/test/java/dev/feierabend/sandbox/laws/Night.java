package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.util.List;
import java.util.stream.Stream;

/// All that is known of a night that was lived: what was recorded, what really happened, what was
/// seen on the way.
///
/// @param doubtful effects of looks in doubt: while the store refused, or the first after a start
/// @param replayed effects that starting on the finished journal caused
/// @param minimumHosts the operator's floor
public record Night(
    List<Recorded> history,
    List<Effect> effects,
    List<String> incidents,
    List<Snapshot> snapshots,
    List<Effect> doubtful,
    int replayed,
    int minimumHosts,
    CommitLog log) {

  <E extends JournalEvent> Stream<E> events(Class<E> type) {
    return history.stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
  }

  Stream<ActionIssued> issued() {
    return events(ActionIssued.class);
  }

  Snapshot first() {
    return snapshots.getFirst();
  }

  Snapshot last() {
    return snapshots.getLast();
  }

  Night with(List<Recorded> otherHistory) {
    return new Night(
        otherHistory, effects, incidents, snapshots, doubtful, replayed, minimumHosts, log);
  }

  Night withEffects(List<Effect> others) {
    return new Night(history, others, incidents, snapshots, doubtful, replayed, minimumHosts, log);
  }

  Night withDoubtful(List<Effect> others) {
    return new Night(history, effects, incidents, snapshots, others, replayed, minimumHosts, log);
  }

  Night withReplayed(int others) {
    return new Night(history, effects, incidents, snapshots, doubtful, others, minimumHosts, log);
  }

  Night withSnapshots(List<Snapshot> others) {
    return new Night(history, effects, incidents, others, doubtful, replayed, minimumHosts, log);
  }
}
