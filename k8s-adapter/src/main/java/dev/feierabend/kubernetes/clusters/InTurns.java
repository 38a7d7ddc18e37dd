package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.acting.Abreast;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/// Has namespaces take turns, first with what gives back: several that hang let the others wait no
/// longer than one does, for all of them are found out at once.
record InTurns(Abreast abreast) implements Abreast {
  private record Turn(int number, Work work) {
    boolean takesAway() {
      return work.step().takesAway();
    }
  }

  @Override
  public void all(List<Work> works) {
    var turns = new HashMap<String, Integer>();
    Function<Work, Turn> next =
        work -> new Turn(turns.merge(place(work.step()), 1, Integer::sum), work);
    var inTurns = Comparator.comparing(Turn::takesAway).thenComparingInt(Turn::number);
    abreast.all(works.stream().map(next).sorted(inTurns).map(Turn::work).toList());
  }

  private static String place(Step step) {
    return switch (step) {
      case Step.OnWorkload it ->
          WorkloadName.of(it.workload()).map(WorkloadName::namespace).orElse("");
      case Step.OnHost _ -> "";
    };
  }
}
