package dev.feierabend.kubernetes.nodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What served on a node when it was taken out of service, and must again before it gets work. It
/// stands on the node itself, as JSON in one annotation.
///
/// @param daemonSets whose pods served there, `namespace/name`
/// @param devices what device plugins offered, `nvidia.com/gpu: 4`
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BeforeSleep(SortedSet<String> daemonSets, SortedMap<String, String> devices) {
  static final BeforeSleep NOTHING = new BeforeSleep(new TreeSet<>(), new TreeMap<>());

  private static final ObjectMapper JSON = new ObjectMapper();

  BeforeSleep {
    daemonSets =
        Collections.unmodifiableSortedSet(
            new TreeSet<>(Optional.ofNullable(daemonSets).orElseGet(TreeSet::new)));
    devices =
        Collections.unmodifiableSortedMap(
            new TreeMap<>(Optional.ofNullable(devices).orElseGet(TreeMap::new)));
  }

  static BeforeSleep of(Node node, List<Pod> pods) {
    var daemonSets =
        pods.stream()
            .filter(NodePods::serves)
            .flatMap(pod -> NodePods.daemonSet(pod).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    var devices = new TreeMap<String, String>();
    devices(node).forEach((name, quantity) -> devices.put(name, quantity.toString()));
    return new BeforeSleep(daemonSets, devices);
  }

  /// What a person made of the annotation may be anything: of what makes no sense, nothing is
  /// awaited.
  static BeforeSleep parsed(String text) {
    try {
      return JSON.readValue(text, BeforeSleep.class);
    } catch (JsonProcessingException | IllegalArgumentException _) {
      return NOTHING;
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected names and quantities to be written as JSON", e);
    }
  }

  /// The first device of which there is less than there was: `0 of 4 nvidia.com/gpu`.
  Optional<String> lacking(Node node) {
    Map<String, Quantity> now = devices(node);
    return devices.entrySet().stream()
        .filter(was -> lessThan(now.get(was.getKey()), was.getValue()))
        .map(was ->
            "%s of %s %s"
                .formatted(
                    Optional.ofNullable(now.get(was.getKey())).map(Quantity::toString).orElse("0"),
                    was.getValue(),
                    was.getKey()))
        .findFirst();
  }

  private static boolean lessThan(@Nullable Quantity now, String was) {
    try {
      BigDecimal wanted = Quantity.parse(was).getNumericalAmount();
      return now == null || now.getNumericalAmount().compareTo(wanted) < 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Kubernetes' own resources have no domain in their names.
  private static Map<String, Quantity> devices(Node node) {
    var devices =
        new TreeMap<String, Quantity>(
            Optional.ofNullable(node.getStatus()).map(NodeStatus::getAllocatable).orElse(Map.of()));
    devices.keySet().removeIf(name -> !name.contains("/"));
    return devices;
  }
}
