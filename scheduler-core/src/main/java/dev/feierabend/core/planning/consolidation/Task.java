package dev.feierabend.core.planning.consolidation;

import java.util.List;

/// What is to be planned, in any order: plans don't depend on it.
public record Task(List<Host> hosts, List<Guest> guests, List<Rule> rules, Conditions conditions) {
  public Task {
    hosts = List.copyOf(hosts);
    guests = List.copyOf(guests);
    rules = List.copyOf(rules);
  }
}
