package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Slumber;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps the wake list as what sleeps changes, and lets nobody go down who isn't on it. Every
/// replica keeps its own, whoever leads. Nobody who wakes or records waits for the disk.
final class WakeListKeeper implements Consumer<JournalEvent>, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WakeListKeeper.class);

  private final WakeListFile file;
  private final WakeListing listing;
  private final Sources sources;
  private final Scribe scribe;
  private final AtomicBoolean owed = new AtomicBoolean();
  private volatile boolean warned;
  private volatile boolean running;

  /// Where it is known from what sleeps, and what happens to it.
  record Sources(Supplier<Slumber.Sleepers> slumber, Tidings tidings, InstantSource clock) {}

  WakeListKeeper(WakeListFile file, WakeListing listing, Sources sources, Scribe scribe) {
    this.file = file;
    this.listing = listing;
    this.sources = sources;
    this.scribe = scribe;
  }

  /// The hosts that no list brings back, each with the kind of its controller.
  SortedMap<MachineId, String> beyondReach() {
    var beyond = new TreeMap<MachineId, String>();
    listing
        .fleet()
        .hosts()
        .forEach(host ->
            kind(host)
                .filter(kind -> !WakeList.reaches(kind))
                .ifPresent(kind -> beyond.put(host.id(), kind)));
    return beyond;
  }

  /// What keeps a host from going down; empty once the list that names it is on the disk.
  Optional<Answer> obstacle(MachineId host) {
    return kind(host)
        .flatMap(it -> WakeList.reaches(it) ? unwritten(host) : Optional.of(unreachable(it)));
  }

  private Optional<String> kind(MachineId host) {
    return listing.fleet().hosts().stream()
        .filter(it -> it.id().equals(host))
        .findFirst()
        .flatMap(WakeListKeeper::kind);
  }

  /// Machines that exist in a rehearsal only need no list.
  private static Optional<String> kind(Host host) {
    return host.control()
        .map(Control::kind)
        .filter(it -> !it.equals("sandbox") && !it.equals("node-annotation"));
  }

  private static Answer unreachable(String kind) {
    return new Answer.Refused(
        "Expected a host that feierabend wake can bring back, but it can't where the controller is of kind "
            + kind);
  }

  private Optional<Answer> unwritten(MachineId host) {
    try {
      scribe.done(() -> keep(Set.of(host)));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new Answer.NotYet("the wake list %s can't be written: %s".formatted(file, told(e))));
    }
  }

  private void keep(Set<MachineId> also) throws IOException {
    file.keep(listing.of(sources.slumber().get(), also, sources.clock().instant()));
    warned = false;
  }

  /// Told once, and again after it was well in between.
  private IOException told(IOException e) {
    if (!warned) {
      LOG.error(
          "The wake list {} can't be written, so no host goes down meanwhile: {}",
          file,
          e.toString());
      warned = true;
    }
    return e;
  }

  /// What is done to hosts is the operator's.
  @Override
  public void accept(JournalEvent event) {
    if (event instanceof ActingEvent.OfAction action
        && action.owner().equals(Owner.OPERATOR)
        && owed.compareAndSet(false, true)) {
      scribe.soon(() -> {
        owed.set(false);
        refresh();
      });
    }
  }

  private void refresh() {
    try {
      keep(Set.of());
    } catch (IOException e) {
      told(e);
    }
  }

  /// The journal is read by then.
  @Override
  public void start() {
    running = true;
    sources.tidings().listen(this);
    scribe.soon(this::refresh);
  }

  /// What is owed is still written, if the disk lets it.
  @Override
  public void stop() {
    sources.tidings().leave(this);
    scribe.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before anybody acts, and until nobody does.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 2;
  }
}
