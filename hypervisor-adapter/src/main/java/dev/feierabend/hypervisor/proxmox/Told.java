package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a cluster has told at a look.
///
/// @param status of the cluster and its nodes
/// @param resources nodes, guests and storages
/// @param manager what the HA manager says; empty where it isn't told
/// @param options of the whole cluster; empty where they aren't told
/// @param configurations of guests, by their places; of some none may be known
/// @param left nodes that we told to shut down and that haven't been online since
record Told(
    Instant at,
    JsonNode status,
    JsonNode resources,
    JsonNode manager,
    JsonNode options,
    Rights rights,
    Map<Place, JsonNode> configurations,
    Map<String, Size> sizes,
    Set<String> left) {
  Told {
    configurations = Map.copyOf(configurations);
    sizes = Map.copyOf(sizes);
    left = Set.copyOf(left);
  }

  /// How large a node is, which is told only while it is online.
  record Size(long cores, long memoryMiB) {
    static final Size UNKNOWN = new Size(0, 0);
  }

  static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static Stream<JsonNode> ofType(JsonNode list, String type) {
    return each(list).filter(it -> it.path("type").asText("").equals(type));
  }

  /// Sizes of the nodes that are online.
  static Map<String, Size> sizes(JsonNode resources) {
    var sizes = new HashMap<String, Size>();
    ofType(resources, "node")
        .map(Facts::new)
        .forEach(facts -> {
          var size = new Size(facts.number("maxcpu"), facts.mebibytes("maxmem"));
          if (size.cores() > 0) {
            facts.name("node").ifPresent(node -> sizes.put(node, size));
          }
        });
    return sizes;
  }
}
