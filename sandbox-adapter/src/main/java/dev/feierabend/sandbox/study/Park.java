package dev.feierabend.sandbox.study;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The experiment's 800 hosts: ML110 G4 and G5 by turns, all with the same memory.
final class Park {
  static final int HOSTS = 800;
  static final int OF_A_MODEL = HOSTS / 2;
  static final int MEMORY_MB = 4_096;

  private static final List<HostModel> MODELS =
      IntStream.range(0, HOSTS).mapToObj(h -> h % 2 == 0 ? HostModel.G4 : HostModel.G5).toList();

  private Park() {}

  static HostModel model(int host) {
    return MODELS.get(host);
  }

  /// All hosts, those first that carry most for their watts: least for standing there where memory
  /// decides how many are needed, else least a MIPS.
  static List<Integer> thriftiestFirst(boolean memoryBinds) {
    ToDoubleFunction<HostModel> price =
        memoryBinds ? HostModel::idleWatts : model -> model.peakWatts() / model.capacity();
    return IntStream.range(0, HOSTS)
        .boxed()
        .sorted(Comparator.comparingDouble(host -> price.applyAsDouble(model(host))))
        .toList();
  }
}
