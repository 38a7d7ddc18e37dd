package dev.feierabend.helm.realparts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.testservers.VsphereSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A vCenter's tasks since this began, kept as its own list forgets the oldest.
final class TaskHistory implements AutoCloseable {
  private static final String LOG = "the vCenter's task list";
  private static final int PERIOD_SECONDS = 5;

  private static final Map<String, String> VERBS =
      Map.of(
          "shutdownGuest", "sleep",
          "powerOn", "wake",
          "relocateVm", "move",
          "powerDownHostToStandBy", "power-off",
          "powerUpHostFromStandBy", "power-on",
          "exitMaintenanceMode", "admit");

  private final TaskList tasks;
  private final Inventory names;
  private final Set<String> before;
  private final Map<String, TaskList.Task> known = new LinkedHashMap<>();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  /// @param names of hosts and guests, by which the list tells them
  TaskHistory(VsphereSimulator vcenter, String password, Inventory names) {
    this.names = names;
    tasks = new TaskList(vcenter, password);
    before = tasks.recent().stream().map(TaskList.Task::key).collect(Collectors.toSet());
    var _ = looking.scheduleWithFixedDelay(this::look, 1, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private synchronized void look() {
    tasks.recent().stream()
        .filter(task -> !before.contains(task.key()))
        .forEach(task -> known.put(task.key(), task));
  }

  /// Those that came to something.
  synchronized List<Effect> effects() {
    look();
    return known.values().stream().filter(TaskList.Task::succeeded).map(this::effect).toList();
  }

  private Effect effect(TaskList.Task task) {
    String verb = VERBS.getOrDefault(task.what(), task.what());
    return new Effect(LOG, verb, subject(task.entity()), Optional.empty(), task.at());
  }

  private String subject(String name) {
    return names.hosts().stream()
        .filter(it -> it.name().equals(name))
        .map(it -> it.id().toString())
        .findFirst()
        .or(() ->
            names.guests().stream()
                .filter(it -> it.name().equals(name))
                .map(it -> "guest/" + it.id())
                .findFirst())
        .orElse(name);
  }

  /// Those that came to nothing, by what they were.
  synchronized SortedMap<String, Long> failed() {
    look();
    return known.values().stream()
        .filter(TaskList.Task::failed)
        .collect(groupingBy(TaskList.Task::what, TreeMap::new, counting()));
  }

  /// Guests that were switched off without a word to what runs in them.
  synchronized List<String> forced() {
    return known.values().stream()
        .filter(task -> task.what().equals("powerOff"))
        .map(task -> "guest %s was forced off".formatted(task.entity()))
        .toList();
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
