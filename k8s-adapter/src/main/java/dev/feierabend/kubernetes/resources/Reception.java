package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.kubernetes.client.Pages;
import dev.feierabend.kubernetes.client.TreeResource;
import dev.feierabend.kubernetes.resources.Manifested.Name;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a desk handle the documents of its kind, one after the other: each as it comes, changes or
/// goes, and all of them when something is agreed. What fails is handled again, and keeps no other
/// waiting.
final class Reception implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Desk desk;
  private final StatusWriter writer;
  private final Timetable timetable;
  private final InstantSource clock;
  private final SharedIndexInformer<GenericKubernetesResource> informer;
  private final Set<Name> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor turns =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("reception").factory());
  private volatile boolean open = true;

  Reception(KubernetesClient client, Desk desk, Timetable timetable, InstantSource clock) {
    this.desk = desk;
    this.timetable = timetable;
    this.clock = clock;
    this.writer = new StatusWriter(client, desk.kind());
    this.informer =
        Pages.informer(client.genericKubernetesResources(desk.kind().context()).inAnyNamespace());
    informer.addEventHandler(new Arrivals(this::due));
    turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    turns.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /// Once all documents are known, what was asked for by one that went meanwhile is taken back.
  void start() {
    var _ =
        informer
            .start()
            .thenRun(() -> {
              look();
              desk.open().forEach(this::due);
            });
  }

  /// Something was agreed, or is no longer.
  void look() {
    informer.getStore().list().forEach(object -> due(Name.of(object)));
  }

  private void due(Name name) {
    if (open && waiting.add(name)) {
      turns.execute(() -> turn(name));
    }
  }

  private void turn(Name name) {
    waiting.remove(name);
    if (!open || !informer.hasSynced()) {
      return;
    }
    try {
      seen(name).ifPresentOrElse(this::handle, () -> gone(name));
    } catch (Outage | KubernetesClientException e) {
      LOG.warn("{} {} is handled again: {}", desk.kind().kind(), name, e.getMessage());
      again(name);
    } catch (RuntimeException e) {
      LOG.error("{} {} could not be handled", desk.kind().kind(), name, e);
      again(name);
    }
  }

  private Optional<Manifested> seen(Name name) {
    return Optional.ofNullable(informer.getStore().getByKey(name.toString()))
        .map(TreeResource::whole)
        .map(Manifested::of);
  }

  private void handle(Manifested document) {
    if (writer.awaits(document)) {
      return;
    }
    ObjectNode status = desk.handle(document, clock.instant());
    writer.write(document, status);
    String next = status.at("/nextTransition/at").asText();
    if (!next.isEmpty()) {
      timetable.at(Instant.parse(next), job(document.name()), () -> due(document.name()));
    }
  }

  private void gone(Name name) {
    timetable.cancel(job(name));
    desk.gone(name, clock.instant());
  }

  private void again(Name name) {
    if (open) {
      var _ = turns.schedule(() -> due(name), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private String job(Name name) {
    return "%s %s".formatted(desk.kind().plural(), name);
  }

  /// Waits for what is under way: an interrupted thread would close the journal's file.
  @Override
  public void close() {
    open = false;
    informer.close();
    turns.close();
  }
}
