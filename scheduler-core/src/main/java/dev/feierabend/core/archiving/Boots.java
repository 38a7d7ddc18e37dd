package dev.feierabend.core.archiving;

import dev.feierabend.core.acting.Practice;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.archiving.Cycle.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// By which of its switchings a host is known to wake: those of its last boots, as many as are kept
/// of each.
final class Boots {
  private final Deque<Told> switchings = new ArrayDeque<>();

  /// Of those, which were seen to bring it back from being off; by the commits that issued them.
  private final Set<Long> boots = new HashSet<>();

  private boolean off;
  private int kept;

  void complete(Told told) {
    switch (told.step()) {
      case Step.PowerOff _ -> off = true;
      case Step.PowerOn _ -> {
        if (off) {
          boots.add(issued(told));
        }
        off = false;
      }
      case Step.Cordon _, Step.Drain _, Step.Admit _, Step.OnWorkload _ -> {}
    }
  }

  void fail(Step step) {
    if (step instanceof Step.PowerOn) {
      off = false;
    }
  }

  /// Somebody else switched it.
  void changed() {
    off = false;
  }

  /// What is done with once `told` is: what is no switching at once, a switching when as many boots
  /// as are kept came after it.
  Stream<Told> release(Told told) {
    if (!(told.step() instanceof Step.PowerOff || told.step() instanceof Step.PowerOn)) {
      return Stream.of(told);
    }
    switchings.addLast(told);
    kept += boots.contains(issued(told)) ? 1 : 0;
    List<Told> released = new ArrayList<>();
    while (kept > Practice.BOOTS) {
      var oldest = switchings.removeFirst();
      kept -= boots.remove(issued(oldest)) ? 1 : 0;
      released.add(oldest);
    }
    return released.stream();
  }

  private static long issued(Told told) {
    return told.commits().getFirst();
  }
}
