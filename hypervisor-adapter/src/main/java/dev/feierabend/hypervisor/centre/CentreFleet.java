package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.ConflictText;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fleet through one hypervisor. What it doesn't show now is as it was, and grows stale.
public final class CentreFleet implements FleetPort, Conflicts {
  private static final Logger LOG = LoggerFactory.getLogger(CentreFleet.class);

  /// So many that silent ones, each of which takes all the time that it has, are waited for
  /// together and not by turns.
  private static final int CONTROLLERS = 256;

  private final Centre centre;
  private final Map<MachineId, Workload> known = new ConcurrentHashMap<>();
  private volatile List<Conflict> conflicts = List.of();

  public CentreFleet(Centre centre) {
    this.centre = centre;
  }

  /// @throws Outage before the first sight: an empty hypervisor would be an invented one
  @Override
  public Snapshot observe() {
    Sight sight = centre.hypervisor().look();
    Inventory inventory =
        sight
            .newest()
            .orElseThrow(() -> new Outage("%s: %s".formatted(centre.name(), because(sight))));
    conflicts(inventory);
    var makes = new ConcurrentSkipListMap<MachineId, Make>();
    Map<MachineId, Power> told = told(makes);
    Index index = Index.of(inventory);
    var hosts = new HostViews(centre, index);
    var guests = new GuestViews(centre, index);
    inventory.hosts().forEach(host -> makes.merge(host.id(), host.make(), CentreFleet::both));
    Snapshot seen =
        new Snapshot(
                inventory.at(),
                centre.part().hosts().stream()
                    .map(host -> hosts.of(host, Optional.ofNullable(told.get(host.id()))))
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .toList(),
                centre.guests().values().stream()
                    .flatMap(guest ->
                        guests.of(guest, Optional.ofNullable(known.get(guest.id()))).stream())
                    .toList())
            .with(makes);
    seen.workloads().forEach(it -> GuestNames.machine(it.id()).ifPresent(id -> known.put(id, it)));
    return seen;
  }

  /// Who has a controller is what that says, and the hypervisor speaks for itself alone: of two who
  /// write the same differently the one that is away would seem to have been changed.
  private static Make both(Make controllers, Make hypervisors) {
    return controllers.or(hypervisors.only(kind -> kind == Make.Kind.HYPERVISOR));
  }

  /// What the document says of it: hosts of which nothing has been seen.
  public Snapshot blind() {
    var nothing =
        new Inventory(centre.clock().instant(), List.of(), List.of(), List.of(), new TreeSet<>());
    var hosts = new HostViews(centre, Index.of(nothing));
    return new Snapshot(
        nothing.at(),
        centre.part().hosts().stream().map(host -> hosts.of(host, Optional.empty())).toList(),
        List.of());
  }

  /// As it was last seen.
  @Override
  public List<Standing> standing() {
    return conflicts.stream().map(each -> new Standing(centre.name(), each)).toList();
  }

  /// Told once, and again after they were settled in between.
  private void conflicts(Inventory inventory) {
    List<Conflict> found = inventory.conflicts();
    var text = new ConflictText(Locale.ENGLISH);
    found.stream()
        .filter(it -> !conflicts.contains(it))
        .forEach(it -> LOG.warn("{}: {}", centre.name(), text.of(it)));
    conflicts = found;
  }

  private static String because(Sight sight) {
    return switch (sight) {
      case Sight.Unseen(var because, _) -> because;
      case Sight.Seen _ -> "it shows nothing";
    };
  }

  /// What the controllers say of the hosts that they switch, all asked at a time.
  private Map<MachineId, Power> told(Map<MachineId, Make> makes) {
    var told = new ConcurrentHashMap<MachineId, Power>();
    var free = new Semaphore(CONTROLLERS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      centre.part().hosts().stream()
          .filter(this::isToldByAController)
          .forEach(host ->
              threads.execute(() -> {
                free.acquireUninterruptibly();
                try {
                  told.put(host.id(), state(host.id(), makes));
                } finally {
                  free.release();
                }
              }));
    }
    return told;
  }

  private boolean isToldByAController(dev.feierabend.policies.fleet.Host host) {
    return host.control().filter(it -> !it.wakesOnly()).isPresent() && !centre.switchesItself(host);
  }

  /// One controller's fault is no other's, and its words may hold secrets.
  private Power state(MachineId machine, Map<MachineId, Make> makes) {
    makes.put(machine, Make.UNTOLD);
    try {
      Power state = centre.power().state(machine);
      makes.put(machine, centre.power().make(machine));
      return state;
    } catch (RuntimeException e) {
      LOG.error("The power of {} can't be told: {}", machine, e.getClass().getName());
      return Power.UNKNOWN;
    }
  }
}
