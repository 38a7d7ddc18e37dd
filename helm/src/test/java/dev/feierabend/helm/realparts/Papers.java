package dev.feierabend.helm.realparts;

import java.util.List;
import java.util.stream.Stream;

/// A part's share of the fleet document: entries of its lists, in YAML's flow style.
///
/// @param towns pools of each customer, which its policy names
record Papers(
    List<String> pools, List<String> controllers, List<String> hosts, List<String> towns) {

  Papers and(Papers more) {
    return new Papers(
        both(pools, more.pools),
        both(controllers, more.controllers),
        both(hosts, more.hosts),
        both(towns, more.towns));
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  String fleet(List<String> tenants) {
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: real-parts}
    spec:
      tenants:
    %s  pools:
    %s  controllers:
    %s  hosts:
    %s\
    """
        .formatted(
            listed(tenants.stream().map("{id: %1$s, name: %1$s}"::formatted).toList()),
            listed(pools),
            listed(controllers),
            listed(hosts));
  }

  private static String listed(List<String> entries) {
    return String.join("", entries.stream().map("    - %s%n"::formatted).toList());
  }
}
