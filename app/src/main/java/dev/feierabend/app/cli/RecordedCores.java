package dev.feierabend.app.cli;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.JournalReader;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.Recording;
import dev.feierabend.sandbox.load.Recording.Unit;
import dev.feierabend.sandbox.load.Recordings;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a journal recorded of load: an hour's mean counts for each of its slots, and what slept is
/// unknown.
final class RecordedCores {
  private final SortedMap<String, NavigableMap<Long, Double>> members = new TreeMap<>();

  private RecordedCores() {}

  static Recording of(Shelf shelf, String name) {
    var cores = new RecordedCores();
    var events = new JournalReader(Slices.events());
    try (var history = shelf.history()) {
      history
          .commits()
          .flatMap(events::recorded)
          .forEach(recorded -> {
            if (recorded.event() instanceof UtilisationRecorded utilisation) {
              cores.add(utilisation);
            }
          });
    }
    return Recordings.absolute(name, cores.members, Unit.CORES);
  }

  private void add(UtilisationRecorded event) {
    for (Sample sample : event.samples()) {
      var values = members.computeIfAbsent(sample.member(), _ -> new TreeMap<>());
      for (Instant slot = LoadModel.slot(event.from());
          slot.isBefore(event.to());
          slot = slot.plus(LoadModel.SLOT)) {
        values.put(slot.getEpochSecond() / LoadModel.SLOT.toSeconds(), sample.cpuMean());
      }
    }
  }
}
