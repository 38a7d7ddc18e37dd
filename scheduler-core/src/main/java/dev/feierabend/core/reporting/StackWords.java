package dev.feierabend.core.reporting;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Stack;
import dev.feierabend.core.planning.Stack.Storey;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Tells of hosts and of nodes that are guests what they stand on, what they carry, and when they
/// begin again, as clauses in German or English.
public final class StackWords {
  private final Wording wording;
  private final DateTimeFormatter clock;
  private final UnaryOperator<String> names;

  private StackWords(Locale locale, ZoneId zone, UnaryOperator<String> names) {
    this.wording = new Wording(locale);
    this.clock = DateTimeFormatter.ofPattern(wording.pattern("stack-time"), locale).withZone(zone);
    this.names = names;
  }

  /// Instants are told as local times of `zone`; `names` names hosts by their ids.
  public static StackWords of(Locale locale, ZoneId zone, UnaryOperator<String> names) {
    return new StackWords(locale, zone, names);
  }

  /// By host, of those of whom there is something to be told.
  public SortedMap<MachineId, String> of(Stack stack) {
    var told = new TreeMap<MachineId, String>();
    stack.nodes().forEach(node -> told.put(node.host(), node(node)));
    for (Storey host : stack.hosts()) {
      String clauses = host(host, stack.nodes());
      if (!clauses.isEmpty()) {
        told.put(host.host(), clauses);
      }
    }
    return Collections.unmodifiableSortedMap(told);
  }

  private String node(Storey node) {
    var clauses = new StringJoiner("; ");
    clauses.add(
        node.beneath()
            .filter(_ -> node.power() == Power.ON)
            .map(host -> wording.say("stack-on", name(host)))
            .orElseGet(() -> wording.say("stack-off")));
    begins(node).ifPresent(clauses::add);
    node.wakes()
        .filter(_ -> node.begins().isPresent())
        .ifPresent(wake -> clauses.add(wording.say("stack-wakes", time(wake))));
    return clauses.toString();
  }

  private String host(Storey host, List<Storey> nodes) {
    var clauses = new StringJoiner("; ");
    String carried =
        nodes.stream()
            .filter(node -> node.beneath().filter(host.host()::equals).isPresent())
            .map(Storey::name)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!carried.isEmpty()) {
      clauses.add(wording.say("stack-carries", carried));
    }
    begins(host).ifPresent(clauses::add);
    return clauses.toString();
  }

  private Optional<String> begins(Storey storey) {
    return storey.begins().map(begin -> wording.say("stack-begins", time(begin)));
  }

  private String name(MachineId host) {
    return names.apply(host.toString());
  }

  private String time(Instant at) {
    return clock.format(at);
  }
}
