package dev.feierabend.app.silencing;

import static java.util.stream.Collectors.groupingBy;

import dev.feierabend.app.silencing.Sleeper.Asleep;
import dev.feierabend.app.silencing.Sleeper.Kind;
import dev.feierabend.app.silencing.Sleeper.Late;
import dev.feierabend.app.silencing.Sleeper.Stage;
import dev.feierabend.app.silencing.Sleeper.Waking;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// What must change about the silences that Alertmanager shows, so that they are those of who
/// sleeps. Pure. Ours are told by who made them, and one from another by its matchers: nothing is
/// remembered here that a restart could lose.
///
/// @param templates the matchers of each silence, by what sleeps
/// @param margin how long after the agreed time a silence ends by itself, where nobody ends it
/// @param createdBy who makes ours; no other service that asks the same Alertmanager may say so
record Silences(Map<Kind, List<Template>> templates, Duration margin, String createdBy) {
  /// How far ahead is silenced what sleeps until it is needed. It is prolonged at half of it.
  static final Duration HORIZON = Duration.ofHours(1);

  /// The silences of one set of matchers.
  private record Place(
      SortedSet<LabelMatcher> matchers, Optional<Sleeper> sleeper, List<Silence> ours) {}

  List<Change> changes(List<Sleeper> sleepers, List<Silence> shown, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.SECONDS);
    Map<SortedSet<LabelMatcher>, Sleeper> wanted = wanted(sleepers);
    Map<SortedSet<LabelMatcher>, List<Silence>> ours =
        shown.stream()
            .filter(silence -> silence.createdBy().equals(createdBy) && !silence.isExpired())
            .collect(groupingBy(Silence::matchers));
    var changes = new ArrayList<Change>();
    ours.forEach((matchers, silences) ->
        changes.addAll(
            changes(
                new Place(matchers, Optional.ofNullable(wanted.remove(matchers)), silences), at)));
    wanted.forEach((matchers, sleeper) ->
        changes.addAll(changes(new Place(matchers, Optional.of(sleeper), List.of()), at)));
    return changes;
  }

  /// Where several are about the same alerts, whoever should be back decides: no alarm is kept from
  /// sounding.
  private Map<SortedSet<LabelMatcher>, Sleeper> wanted(List<Sleeper> sleepers) {
    var wanted = new HashMap<SortedSet<LabelMatcher>, Sleeper>();
    for (Sleeper sleeper : sleepers) {
      for (Template template : templates.getOrDefault(sleeper.kind(), List.of())) {
        template
            .fill(sleeper.names())
            .ifPresent(matchers -> wanted.merge(matchers, sleeper, Silences::first));
      }
    }
    return wanted;
  }

  private static Sleeper first(Sleeper one, Sleeper other) {
    return Comparator.comparing(Silences::rank).compare(one, other) <= 0 ? one : other;
  }

  private static Instant rank(Sleeper sleeper) {
    return switch (sleeper.stage()) {
      case Late _ -> Instant.MIN;
      case Asleep(var readyBy) -> readyBy.orElse(Instant.MAX);
      case Waking(var until) -> until.orElse(Instant.MAX);
    };
  }

  private List<Change> changes(Place place, Instant at) {
    Optional<Silence> last = place.ours().stream().max(Comparator.comparing(Silence::endsAt));
    Optional<Instant> end =
        place
            .sleeper()
            .map(Sleeper::stage)
            .flatMap(stage -> end(stage, last.map(Silence::endsAt), at))
            .filter(at::isBefore);
    var changes = new ArrayList<Change>();
    place.ours().stream()
        .filter(silence -> end.isEmpty() || !last.equals(Optional.of(silence)))
        .forEach(silence -> changes.add(new Change.End(silence.id())));
    if (end.isPresent() && !end.equals(last.map(Silence::endsAt))) {
      changes.add(put(place, last, end.get(), at));
    }
    return changes;
  }

  /// When the silence of one that stands so ends; empty where there is to be none.
  private Optional<Instant> end(Stage stage, Optional<Instant> shown, Instant at) {
    return switch (stage) {
      case Late _ -> Optional.empty();
      case Asleep(var readyBy) ->
          readyBy.map(due -> due.plus(margin)).or(() -> Optional.of(rolling(shown, at)));
      case Waking(var until) ->
          shown.map(end -> until.map(by -> by.plus(margin)).filter(end::isAfter).orElse(end));
    };
  }

  private static Instant rolling(Optional<Instant> shown, Instant at) {
    Instant ahead = at.plus(HORIZON);
    return shown
        .filter(end -> end.isAfter(at.plus(HORIZON.dividedBy(2))) && !end.isAfter(ahead))
        .orElse(ahead);
  }

  private static Change put(Place place, Optional<Silence> last, Instant end, Instant at) {
    String comment =
        place
            .sleeper()
            .map(sleeper ->
                "Planned sleep of %s, which %s".formatted(sleeper.spoken(), until(sleeper.stage())))
            .orElse("");
    return new Change.Put(
        last.map(Silence::id),
        place.matchers(),
        last.map(Silence::startsAt).orElse(at),
        end,
        comment);
  }

  private static String until(Stage stage) {
    return switch (stage) {
      case Asleep(var readyBy) ->
          readyBy.map(due -> "shall be back by " + due).orElse("is woken when it is needed");
      case Waking _ -> "is being woken";
      case Late _ -> "is late";
    };
  }
}
