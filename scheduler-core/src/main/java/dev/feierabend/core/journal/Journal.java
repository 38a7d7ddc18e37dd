package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/// The one way in: commands go to their aggregates, what those record goes into the log, and from
/// there to the handlers, before `send` returns.
///
/// Axon runs beneath, wired here and nowhere else; its modules aren't looked up, so nothing phones
/// home.
public final class Journal implements Dispatch, AutoCloseable {
  private static final int ATTEMPTS = 5;

  static {
    // Axon advertises in the log otherwise.
    System.setProperty("disable-axoniq-console-message", "true");
  }

  private final CommitLog log;
  private final JournalReader reader;
  private final Configuration axon;
  private final JournalTail tail;

  private Journal(CommitLog log, JournalReader reader, Configuration axon, ReadModels models) {
    this.log = log;
    this.reader = reader;
    this.axon = axon;
    this.tail = new JournalTail(log, reader, models, axon.parameterResolverFactory());
  }

  /// Starts on `log`, and hands what `models` don't know of its history to them before it returns.
  ///
  /// @param clock what an aggregate or handler gets that asks for an [InstantSource]
  /// @param aggregates classes that handle a slice's sealed command interface
  public static Journal start(
      CommitLog log,
      InstantSource clock,
      EventTypes types,
      List<Class<?>> aggregates,
      ReadModels models) {
    var reader = new JournalReader(types);
    var snapshots =
        models.aside().map(aside -> AggregateSnapshots.in(aside.folder(), log, aggregates));
    var configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(config -> reader.serializer())
            .configureCorrelationDataProviders(config -> List.of())
            .registerComponent(InstantSource.class, config -> clock)
            .configureEventStore(config ->
                EmbeddedEventStore.builder()
                    .storageEngine(new JournalStorageEngine(log, reader, snapshots))
                    .build());
    aggregates.forEach(
        aggregate -> configurer.configureAggregate(configured(aggregate, models.aside())));
    var journal = new Journal(log, reader, configurer.start(), models);
    journal.tail.catchUp();
    return journal;
  }

  private static <A> AggregateConfigurer<A> configured(
      Class<A> aggregate, Optional<ReadModels.Aside> aside) {
    var cached =
        AggregateConfigurer.defaultConfiguration(aggregate)
            .configureCommandTargetResolver(config -> new CommandRoute())
            .configureCache(config -> new AggregateCache());
    return aside
        .map(kept ->
            cached.configureSnapshotTrigger(
                config -> SnapshotCue.every(kept.events(), config.eventStore())))
        .orElse(cached);
  }

  /// Asks the command's aggregate, and tells the handlers what was recorded.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where the store refuses
  @Override
  public Decision send(Command command) {
    var decision = decide(command, ATTEMPTS);
    tail.catchUp();
    return decision;
  }

  /// Tells the handlers what other processes recorded meanwhile.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where the store refuses
  public void follow() {
    tail.catchUp();
  }

  private Decision decide(Command command, int attempts) {
    var answer = new FutureCallback<Command, Decision>();
    axon.commandBus().dispatch(CommandRoute.message(command), answer);
    var result = answer.getResult();
    if (!result.isExceptional()) {
      return result.getPayload();
    }
    return switch (result.exceptionResult()) {
      case SequenceTaken _ when attempts > 1 -> decide(command, attempts - 1);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    };
  }

  /// Everything that was ever recorded, in order. To be closed.
  public Stream<Recorded> history() {
    return log.from(1).flatMap(this::recorded);
  }

  /// What one commit of this journal's log holds.
  public Stream<Recorded> recorded(Commit commit) {
    return reader.recorded(commit);
  }

  public CommitLog log() {
    return log;
  }

  /// Stops taking commands, puts aside what the read models know, and closes the log.
  @Override
  public void close() {
    axon.shutdown();
    tail.close();
    log.close();
  }
}
