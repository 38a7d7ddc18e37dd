package dev.feierabend.kubernetes.events;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.fleet.Fleet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes Events as things are recorded: one at a time, so that they keep the API server from
/// nothing that matters. What it doesn't take, and what comes while too many wait, is lost here;
/// the journal has it.
public final class ClusterEvents implements AutoCloseable {
  /// Who the Events are about, and what is known of why.
  public record Setting(Fleet fleet, Recipes recipes, Plans plans, ZoneId zone, String instance) {}

  private static final Logger LOG = LoggerFactory.getLogger(ClusterEvents.class);
  private static final int MOST_WAITING = 10_000;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final KubernetesClient client;
  private final Happenings happenings;
  private final String instance;
  private final BlockingQueue<Happening> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean writing = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor turns =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("events").factory());
  private volatile boolean silent;

  public ClusterEvents(KubernetesClient client, Setting setting) {
    this.client = client;
    this.instance = setting.instance();
    this.happenings =
        new Happenings(
            new Subjects(setting.fleet(), setting.recipes()),
            new Told(setting.plans(), setting.zone()));
    turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    turns.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /// To be told what is recorded, by one thread at a time; returns at once, and never throws.
  public void on(JournalEvent event) {
    try {
      for (Happening happening : happenings.of(event)) {
        if (!waiting.offer(happening)) {
          lost("more than %d wait".formatted(MOST_WAITING));
        }
      }
      begin();
    } catch (RuntimeException e) {
      LOG.error("No Event could be made of {}", event, e);
    }
  }

  private void begin() {
    if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
      turns.execute(this::next);
    }
  }

  private void next() {
    Happening happening = waiting.poll();
    if (happening == null) {
      writing.set(false);
      begin();
      return;
    }
    write(happening);
    var _ = turns.schedule(this::next, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void write(Happening happening) {
    try {
      client.resource(happening.event(instance)).create();
      silent = false;
    } catch (KubernetesClientException e) {
      lost(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("An Event could not be written", e);
    }
  }

  /// Once, until one is taken again.
  private void lost(String because) {
    if (!silent) {
      silent = true;
      LOG.warn("Events are lost; the journal has what they would tell: {}", because);
    }
  }

  @Override
  public void close() {
    turns.close();
  }
}
