package dev.feierabend.core.planning.consolidation;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.planning.consolidation.Plan.HostAim;
import dev.feierabend.core.planning.consolidation.Plan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Looks at a plan beside its task, and tells everything that isn't as it must be. It knows what is
/// told of both and nothing of how plans are made.
final class Checker {
  private final Task task;
  private final Plan plan;
  private final List<String> wrong = new ArrayList<>();
  private final Map<MachineId, Host> hosts = new LinkedHashMap<>();
  private final Map<GuestId, Guest> guests = new LinkedHashMap<>();
  private final Map<GuestId, MachineId> places = new HashMap<>();
  private final Map<MachineId, List<Guest>> on = new HashMap<>();
  private final Set<MachineId> running = new HashSet<>();

  private Checker(Task task, Plan plan) {
    this.task = task;
    this.plan = plan;
    task.hosts().forEach(host -> hosts.put(host.id(), host));
    task.guests().forEach(guest -> guests.put(guest.id(), guest));
    plan.hosts().stream().filter(HostAim::on).forEach(aim -> running.add(aim.host()));
  }

  static List<String> wrong(Task task, Plan plan) {
    var checker = new Checker(task, plan);
    checker.everyHostOnce();
    checker.moves();
    checker.everyGuestRuns();
    checker.rooms();
    checker.zonesAndRules();
    checker.switching();
    checker.reserve();
    checker.figures();
    checker.bounds();
    checker.reasons();
    return checker.wrong;
  }

  private void expect(boolean held, String what, Object about) {
    if (!held) {
      wrong.add(what + ": " + about);
    }
  }

  private void everyHostOnce() {
    List<MachineId> told = plan.hosts().stream().map(HostAim::host).toList();
    expect(told.equals(List.copyOf(new TreeSet<>(hosts.keySet()))), "every host once", told);
  }

  private void moves() {
    guests.values().forEach(it -> it.home().ifPresent(home -> places.put(it.id(), home)));
    var moved = new HashSet<GuestId>();
    var ofHost = new HashMap<MachineId, Integer>();
    int total = 0;
    for (Move move : plan.moves()) {
      Guest guest = requireNonNull(guests.get(move.guest()));
      expect(moved.add(move.guest()), "moves once", move);
      expect(move.from().equals(guest.home()), "moves from home", move);
      expect(!guest.home().equals(Optional.of(move.to())), "moves elsewhere", move);
      expect(!guest.pinned(), "pinned stays", move);
      expect(!away(move.to()), "nobody goes to who is left alone", move);
      if (move.from().isPresent()) {
        expect(!away(move.from().get()), "who is left alone keeps all", move);
        ofHost.merge(move.from().get(), 1, Integer::sum);
        ofHost.merge(move.to(), 1, Integer::sum);
        total++;
      }
      places.put(move.guest(), move.to());
    }
    var limits = task.conditions().moving();
    expect(total <= limits.inTotal(), "moves in total", total);
    expect(ofHost.values().stream().allMatch(it -> it <= limits.perHost()), "a host's", ofHost);
    places.forEach((guest, host) ->
        on.computeIfAbsent(host, _ -> new ArrayList<>()).add(requireNonNull(guests.get(guest))));
  }

  private boolean away(MachineId host) {
    return host(host).state() instanceof Host.Away;
  }

  private Host host(MachineId id) {
    return requireNonNull(hosts.get(id));
  }

  private void everyGuestRuns() {
    for (Guest guest : guests.values()) {
      MachineId at = places.get(guest.id());
      boolean said =
          plan.alarms().contains(new Alarm.Unplaced(guest.id()))
              || plan.alarms().contains(new Alarm.TooLarge(guest.id()));
      expect(at == null ? said : running.contains(at), "runs on a host that is on", guest);
      expect(
          at == null || !plan.alarms().contains(new Alarm.Unplaced(guest.id())),
          "is placed",
          guest);
    }
    expect(!lacking() || running.containsAll(hosts.keySet()), "everything on", plan.alarms());
  }

  private boolean lacking() {
    return plan.alarms().stream()
        .anyMatch(it -> it instanceof Alarm.Unplaced || it instanceof Alarm.Overloaded);
  }

  private double size(Sizes sizes, String resource) {
    return switch (resource) {
      case "cores" -> sizes.cores();
      case "memory" -> sizes.memoryMiB();
      default -> sizes.further().getOrDefault(resource, 0.0);
    };
  }

  private Set<String> resources() {
    var all = new TreeSet<>(Set.of("cores", "memory"));
    hosts.values().forEach(host -> all.addAll(host.capacity().further().keySet()));
    guests.values().forEach(guest -> all.addAll(guest.peak().further().keySet()));
    return all;
  }

  private double room(Host host, String resource) {
    double whole = size(host.capacity(), resource);
    return resource.equals("cores") ? whole * task.conditions().safety().headroom() : whole;
  }

  private double need(Collection<Guest> all, String resource) {
    return all.stream().mapToDouble(guest -> size(guest.peak(), resource)).sum();
  }

  /// Neither left alone nor home to a guest that is too large.
  private boolean takes(MachineId host) {
    return !away(host)
        && on.getOrDefault(host, List.of()).stream()
            .noneMatch(guest -> plan.alarms().contains(new Alarm.TooLarge(guest.id())));
  }

  private void rooms() {
    for (Host host : hosts.values()) {
      boolean over = false;
      for (String resource : resources()) {
        double need = need(on.getOrDefault(host.id(), List.of()), resource);
        over |= need > room(host, resource) * (1 + 1e-7) + 1e-6;
      }
      boolean said =
          plan.alarms().stream()
              .anyMatch(it -> it instanceof Alarm.Overloaded(var id, _) && id.equals(host.id()));
      expect(!takes(host.id()) || over == said, "room on", host);
    }
    for (Guest guest : guests.values()) {
      boolean fits = hosts.values().stream().anyMatch(host -> couldCarry(host, guest));
      expect(
          fits || away(guest) || plan.alarms().contains(new Alarm.TooLarge(guest.id())),
          "too large is named",
          guest);
    }
  }

  private boolean away(Guest guest) {
    return guest.home().filter(this::away).isPresent();
  }

  private boolean couldCarry(Host host, Guest guest) {
    boolean may =
        guest.pinned() ? guest.home().equals(Optional.of(host.id())) : inZone(guest, host);
    return may
        && !away(host.id())
        && resources().stream()
            .allMatch(it -> size(guest.peak(), it) <= room(host, it) * (1 + 1e-8) + 1e-8);
  }

  private static boolean inZone(Guest guest, Host host) {
    return guest.zones().isEmpty() || guest.zones().contains(host.zone());
  }

  private void zonesAndRules() {
    places.forEach((id, at) ->
        expect(
            inZone(requireNonNull(guests.get(id)), host(at))
                != plan.alarms().contains(new Alarm.OutsideItsZones(id)),
            "zone of",
            id));
    for (Rule rule : task.rules()) {
      List<MachineId> at =
          rule.guests().stream()
              .filter(places::containsKey)
              .map(it -> requireNonNull(places.get(it)))
              .toList();
      boolean obeyed =
          switch (rule) {
            case Rule.Together _ -> Set.copyOf(at).size() <= 1;
            case Rule.Apart(_, _, var within) ->
                at.stream()
                        .map(it -> within == Rule.Within.ZONE ? host(it).zone() : it.toString())
                        .distinct()
                        .count()
                    == at.size();
          };
      expect(obeyed != plan.alarms().contains(new Alarm.Broken(rule.name())), "rule", rule);
    }
  }

  private void switching() {
    Duration rest = Duration.between(task.conditions().at(), task.conditions().until());
    for (Host host : hosts.values()) {
      boolean is = running.contains(host.id());
      expect(is || !(host.state() instanceof Host.Kept), "kept", host);
      expect(
          is || host.curve().isPresent() || !(host.state() instanceof Host.On), "no curve", host);
      if (host.state() instanceof Host.On && !is) {
        expect(rest.compareTo(host.switching().boot()) >= 0, "off for its boot", host);
        expect(rest.compareTo(task.conditions().resting().minimumOff()) >= 0, "off-time", host);
      }
    }
    hosts.values().stream()
        .filter(host -> host.state() instanceof Host.Off)
        .min(Comparator.comparing(Checker::since).thenComparing(Host::id))
        .filter(host ->
            Duration.between(since(host), task.conditions().at())
                    .compareTo(task.conditions().resting().rotateAfter())
                >= 0)
        .ifPresent(host -> expect(running.contains(host.id()), "rotated", host));
  }

  private static java.time.Instant since(Host host) {
    return host.state() instanceof Host.Off(var since) ? since : java.time.Instant.MAX;
  }

  private void reserve() {
    boolean said = plan.alarms().stream().anyMatch(Alarm.NoReserve.class::isInstance);
    boolean everything = running.containsAll(hosts.keySet());
    expect(!said || everything, "without reserve everything is on", plan.alarms());
    int lost = task.conditions().safety().reserve();
    for (String resource : resources()) {
      List<Double> rooms =
          running.stream()
              .filter(this::takes)
              .map(it -> room(host(it), resource))
              .sorted(Comparator.reverseOrder())
              .toList();
      double left = rooms.stream().skip(lost).mapToDouble(Double::doubleValue).sum();
      double need =
          on.entrySet().stream()
              .filter(it -> takes(it.getKey()))
              .mapToDouble(it -> need(it.getValue(), resource))
              .sum();
      expect(
          lost == 0 || said || lacking() || left >= need * (1 - 1e-7) - 1e-6,
          "reserve of",
          resource);
    }
  }

  private void figures() {
    double watts = 0;
    double boots = 0;
    int many = 0;
    for (Host host : hosts.values()) {
      boolean is = running.contains(host.id());
      many += is && !away(host.id()) ? 1 : 0;
      if (host.curve().isPresent() && !away(host.id())) {
        double load =
            need(on.getOrDefault(host.id(), List.of()), "cores") / host.capacity().cores();
        watts += is ? host.curve().get().at(load).value() : host.switching().standbyWatts();
        boots +=
            !is && host.state() instanceof Host.On
                ? host.switching().bootWatts() * host.switching().boot().toSeconds()
                : 0;
      }
    }
    double moves =
        plan.moves().stream()
                .filter(move -> move.from().isPresent())
                .mapToDouble(move -> requireNonNull(guests.get(move.guest())).peak().memoryMiB())
                .sum()
            * task.conditions().moving().joulesPerMiB();
    near("watts", plan.figures().watts(), watts);
    near("boots", plan.figures().bootJoules(), boots);
    near("moves", plan.figures().moveJoules(), moves);
    expect(plan.figures().hostsOn() == many, "hosts on", many);
  }

  private void near(String what, double told, double found) {
    expect(Math.abs(told - found) <= 1e-6 * (1 + found), what, told + " told, " + found);
  }

  private void bounds() {
    expect(plan.bound().hosts() <= plan.figures().hostsOn(), "bound of hosts", plan.bound());
    expect(
        plan.bound().watts() <= plan.figures().watts() * (1 + 1e-9) + 1e-6,
        "bound of watts",
        plan.bound() + " " + plan.figures());
    long budget = task.conditions().candidates();
    expect(plan.tried() <= budget && (!plan.exhausted() || plan.tried() == budget), "budget", plan);
  }

  private void reasons() {
    Map<MachineId, Long> leaving =
        plan.moves().stream()
            .filter(move -> move.from().isPresent())
            .collect(Collectors.groupingBy(it -> it.from().orElseThrow(), Collectors.counting()));
    for (HostAim aim : plan.hosts()) {
      boolean off =
          switch (aim.reason()) {
            case HostReason.Vacated(var many, var carriers, _, var spare) -> {
              expect(many == leaving.getOrDefault(aim.host(), 0L), "guests of", aim);
              expect(running.containsAll(carriers) && spare >= 0 && spare <= 1, "carriers", aim);
              yield true;
            }
            case HostReason.Unneeded _ -> true;
            case HostReason.NotLookedAt _ -> {
              expect(plan.exhausted(), "nobody is forgotten", aim);
              yield false;
            }
            default -> false;
          };
      expect(off != aim.on(), "reason of", aim);
    }
  }
}
