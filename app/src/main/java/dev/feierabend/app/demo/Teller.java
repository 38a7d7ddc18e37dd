package dev.feierabend.app.demo;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.proving.ProvingEvent;
import dev.feierabend.core.reporting.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;

/// Follows the journal and keeps what the timeline tells.
final class Teller {
  private final Sentences sentences;
  private final InstantSource clock;
  private final Map<ActionId, ActionIssued> open = new HashMap<>();
  private final List<Duration> spare = new ArrayList<>();
  private Stretch stretch = new Stretch();
  private int events;

  Teller(Sentences sentences, InstantSource clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /// What happened since the last call.
  Stretch next() {
    Stretch told = stretch;
    stretch = new Stretch();
    return told;
  }

  int events() {
    return events;
  }

  /// How long before its ready-by each pool was back, each time; negative where it was late.
  List<Duration> spare() {
    return List.copyOf(spare);
  }

  @EventHandler
  void on(JournalEvent event) {
    events++;
    Instant now = clock.instant();
    switch (event) {
      case ActingEvent acting -> act(acting, now);
      case ObservingEvent.UtilisationRecorded _, ObservingEvent.PoolRegistered _ -> {}
      case ObservingEvent trouble -> remark(trouble, now);
      case AgreementEvent.PolicyActivated _ -> {}
      case AgreementEvent agreement -> remark(agreement, now);
      case ProvingEvent.HeadsFixed _ -> {}
      case ProvingEvent proof -> remark(proof, now);
      default -> {}
    }
  }

  private void act(ActingEvent event, Instant now) {
    switch (event) {
      case ActionIssued issued -> open.put(issued.action(), issued);
      case ActionCompleted completed -> {
        ActionIssued issued = open.remove(completed.action());
        if (issued != null) {
          stretch.done(issued, now);
        }
      }
      case CapacityReady ready -> {
        spare.add(Duration.between(ready.at(), ready.readyBy()));
        remark(ready, now);
      }
      case WakeLate _, ActionRefused _, ActionTimedOut _, OutcomeUnknown _ -> remark(event, now);
    }
  }

  private void remark(JournalEvent event, Instant at) {
    stretch.remark(at, sentences.of(event));
  }
}
