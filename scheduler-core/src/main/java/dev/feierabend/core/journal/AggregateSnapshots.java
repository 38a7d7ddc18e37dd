package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.JavaType;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps each long aggregate's newest [AggregateSnapshot] in a file of its own, and throws away
/// what doesn't fit. Nothing is lost with one and nothing is proved by one: all of it stands in the
/// journal.
final class AggregateSnapshots {
  /// Events of one aggregate between two: as many are read again in a blink.
  static final int EVERY = 500;

  /// In a name, so that those of another build are known without a look inside.
  static final String SUFFIX = "-" + Snapshots.CODE.substring(0, 16) + ".jsonl";

  private static final Logger LOG = LoggerFactory.getLogger(AggregateSnapshots.class);

  private final Path folder;
  private final CommitLog log;
  private final Map<String, JavaType> states;

  private AggregateSnapshots(Path folder, CommitLog log, Map<String, JavaType> states) {
    this.folder = folder;
    this.log = log;
    this.states = states;
  }

  /// Those of `aggregates` in `folder`; what other builds left there is thrown away.
  static AggregateSnapshots in(Path folder, CommitLog log, List<Class<?>> aggregates) {
    var snapshots =
        new AggregateSnapshots(
            folder,
            log,
            aggregates.stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        Class::getSimpleName, AggregateSnapshots::stateOf)));
    snapshots.sweep();
    return snapshots;
  }

  private static JavaType stateOf(Class<?> aggregate) {
    var types = JournalMapper.SHARED.getTypeFactory();
    return types.findTypeParameters(types.constructType(aggregate), JournalAggregate.class)[0];
  }

  private void sweep() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      var others = files.filter(file -> !file.toString().endsWith(SUFFIX)).toList();
      for (Path other : others) {
        Files.delete(other);
      }
      if (!others.isEmpty()) {
        LOG.info(
            "{} snapshots in {} are thrown away: another build of this program wrote them",
            others.size(),
            folder);
      }
    } catch (IOException e) {
      LOG.warn("What another build left in {} cannot be removed", folder, e);
    }
  }

  Path file(String aggregate) {
    return folder.resolve(Hashes.sha256(aggregate) + SUFFIX);
  }

  /// What `aggregate` knew after one of its events, in that event's place; empty where it isn't
  /// known for sure.
  Optional<DomainEventMessage<?>> recall(String aggregate) {
    var file = file(aggregate);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var snapshot = AggregateSnapshot.parse(Files.readString(file));
      var objection =
          snapshot
              .map(known -> known.objection(aggregate, log, Snapshots.CODE))
              .orElse(Optional.of("it is damaged"));
      return objection.isPresent()
          ? discard(aggregate, file, objection.orElseThrow())
          : Optional.of(message(snapshot.orElseThrow()));
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return discard(aggregate, file, "it is damaged");
    }
  }

  private DomainEventMessage<?> message(AggregateSnapshot snapshot) throws IOException {
    var title = snapshot.title();
    Object state = JournalMapper.SHARED.readValue(snapshot.state(), state(title.type()));
    return new GenericDomainEventMessage<>(
        title.type(),
        title.aggregate(),
        title.sequence(),
        new AggregateMemory(title.aggregate(), state));
  }

  private JavaType state(String type) throws IOException {
    return Optional.ofNullable(states.get(type))
        .orElseThrow(() -> new IOException("Expected an aggregate but found " + type));
  }

  private static Optional<DomainEventMessage<?>> discard(
      String aggregate, Path file, String because) {
    LOG.warn(
        "The snapshot {} is thrown away and all events of {} read instead: {}",
        file,
        aggregate,
        because);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed; the next one takes its place", file, e);
    }
    return Optional.empty();
  }

  /// Puts aside what an aggregate knows. A disk or a store that refuses costs time at the next
  /// start, nothing else.
  void keep(DomainEventMessage<?> known) {
    var aggregate = known.getAggregateIdentifier();
    try {
      Files.createDirectories(folder);
      var file = file(aggregate);
      var next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, snapshot(known).text());
      Disk.replace(folder, file.getFileName().toString(), next);
    } catch (IOException | Outage e) {
      LOG.warn(
          "No snapshot of {} can be kept in {}; it takes longer to read", aggregate, folder, e);
    }
  }

  private AggregateSnapshot snapshot(DomainEventMessage<?> known) throws IOException {
    var aggregate = known.getAggregateIdentifier();
    long sequence = known.getSequenceNumber();
    var head = log.aggregate(aggregate, sequence).getFirst().head();
    var state = ((AggregateMemory) known.getPayload()).state();
    return new AggregateSnapshot(
        AggregateSnapshot.Title.of(Snapshots.CODE, aggregate, known.getType(), sequence, head),
        JournalMapper.SHARED.writerFor(state(known.getType())).writeValueAsString(state));
  }
}
