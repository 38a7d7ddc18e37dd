package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;

/// Read model: the newest checkpoint, what others say of it, and who objects.
public final class Vouched implements ReadModel<Vouched.Heard> {
  /// What witnesses cosigned, who objects, and what is known of the newest checkpoint.
  public record Heard(
      Map<String, Long> cosigned,
      Map<String, Instant> heard,
      Set<String> objecting,
      Optional<Newest> newest) {}

  /// Checkpoints are signed every hour and asked about every five minutes.
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Map<String, Long> cosigned = new ConcurrentHashMap<>();
  private final Map<String, Instant> heard = new ConcurrentHashMap<>();
  private final Set<String> objecting = ConcurrentHashMap.newKeySet();
  private volatile Optional<Newest> newest = Optional.empty();

  /// A checkpoint of `size` commits, signed `at`.
  record Newest(long size, Seal.Note note, Instant at, Word word) {}

  /// What a history holds of it.
  ///
  /// @param history verified before
  public static Vouched in(Stream<Commit> history) {
    var vouched = new Vouched();
    history.forEachOrdered(commit -> CheckpointReader.events(commit).forEach(vouched::on));
    return vouched;
  }

  Optional<Newest> newest() {
    return newest;
  }

  /// The largest tree that a witness cosigned, 0 where it didn't yet.
  long cosignedBy(String witness) {
    return cosigned.getOrDefault(witness, 0L);
  }

  /// Since when the newest checkpoint waits for its time stamp; empty where it has one, or there is
  /// no checkpoint.
  public Optional<Instant> unstampedSince() {
    return newest.filter(one -> !one.word().stamped()).map(Newest::at);
  }

  /// How many witnesses cosigned the newest checkpoint.
  public int cosignatures() {
    return newest.map(one -> one.word().cosigned().size()).orElse(0);
  }

  /// Witnesses whose last word was a refusal.
  public Set<String> objecting() {
    return Set.copyOf(objecting);
  }

  /// Witnesses who said something once, and nothing of a checkpoint since more than a day before
  /// the newest. Their silence is told by the history, not by a clock, so a copy tells the same.
  public Set<String> silent() {
    return newest
        .map(one -> one.at().minus(PATIENCE))
        .map(since ->
            heard.entrySet().stream()
                .filter(word -> word.getValue().isBefore(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  @Override
  public Heard remember() {
    return new Heard(Map.copyOf(cosigned), Map.copyOf(heard), Set.copyOf(objecting), newest);
  }

  @Override
  public void recall(Heard memory) {
    cosigned.clear();
    cosigned.putAll(memory.cosigned());
    heard.clear();
    heard.putAll(memory.heard());
    objecting.clear();
    objecting.addAll(memory.objecting());
    newest = memory.newest();
  }

  @EventHandler
  void on(ProvingEvent event) {
    switch (event) {
      case CheckpointSigned(var head, Seal.Note note, var at) ->
          newest = Optional.of(new Newest(head.number(), note, at, Word.on(note)));
      case CheckpointSigned(_, Seal.Lines _, _) -> newest = Optional.empty();
      case OfCheckpoint word -> {
        newest =
            newest.map(
                one -> new Newest(one.size(), one.note(), one.at(), one.word().evolve(word)));
        heard(word, newest.map(Newest::at).orElse(Instant.MIN));
      }
      case HeadsFixed _, KeyRotated _, PeriodArchived _ -> {}
    }
  }

  private void heard(OfCheckpoint word, Instant at) {
    switch (word) {
      case CheckpointCosigned one -> {
        heard.put(one.witness(), at);
        cosigned.put(one.witness(), one.size());
        objecting.remove(one.witness());
      }
      case WitnessRefused one -> {
        heard.put(one.witness(), at);
        objecting.add(one.witness());
      }
      case TimestampObtained _ -> {}
    }
  }
}
