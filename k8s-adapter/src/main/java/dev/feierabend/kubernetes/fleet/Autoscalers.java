package dev.feierabend.kubernetes.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Below how many replicas what autoscalers scale is raised again, if it has any.
record Autoscalers(Map<ObjectKey, Integer> lowest) {
  static final Autoscalers NONE = new Autoscalers(Map.of());

  Autoscalers {
    lowest = Map.copyOf(lowest);
  }

  /// Where several scale one object, the highest bound counts.
  static Autoscalers of(List<Autoscaler> all) {
    var lowest = new HashMap<ObjectKey, Integer>();
    all.forEach(one -> lowest.merge(one.target(), one.lowest(), Math::max));
    return new Autoscalers(lowest);
  }

  /// 0 for what no autoscaler scales.
  int lowest(ObjectKey target) {
    return lowest.getOrDefault(target, 0);
  }
}
