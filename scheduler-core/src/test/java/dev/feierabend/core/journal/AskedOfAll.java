package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.AgreementCommand.ActivatePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ExpirePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.RejectPolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.deputising.DeputyCommand.NameDeputy;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.proving.CheckpointAggregate;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.core.proving.ProvingCommand.RecordWord;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.Seal;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/// Draws what can be asked of a journal, of every slice: mostly of the same few aggregates, so that
/// it is refused, accepted and changes something by turns.
final class AskedOfAll {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final AgreementId AGREEMENT = new AgreementId("ahausen/rathaus");
  private static final List<CheckpointSigner> SIGNERS =
      List.of(
          CheckpointSigner.ofSeed(new byte[32]),
          CheckpointSigner.ofSeed("thirty-two bytes of another key.".getBytes(UTF_8)));

  private final SplittableRandom random;
  private final List<Command> examples;

  AskedOfAll(SplittableRandom random) {
    this.random = random;
    this.examples = examples();
  }

  /// One of each command that an example can be made of.
  private static List<Command> examples() {
    return Slices.aggregates().stream()
        .filter(
            aggregate -> aggregate != CheckpointAggregate.class) // which takes only what is real
        .flatMap(aggregate -> Arrays.stream(aggregate.getDeclaredMethods()))
        .filter(method -> method.getName().equals("handle"))
        .flatMap(method -> SealedCases.of(method.getParameterTypes()[0]).stream())
        .filter(type -> type != ApprovePolicy.class && type != GrantOverride.class)
        .map(type -> (Command) ExampleOf.record(type))
        .filter(command -> command.target().indexOf(' ') < 0) // which no id has
        .toList();
  }

  /// Something that answers alike on two journals that hold the same.
  Function<Journal, Object> next() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> utilisation();
      case 2, 3 -> agreement();
      case 4 -> checkpoint();
      case 5 -> AskedOfAll::stamp;
      case 6 -> people();
      default -> sent(examples.get(random.nextInt(examples.size())));
    };
  }

  private static Function<Journal, Object> sent(Command command) {
    return journal -> journal.send(command);
  }

  private Function<Journal, Object> utilisation() {
    var from = NOON.plusSeconds(900L * random.nextInt(50));
    var load = new PoolLoad(new PoolId("office"), 0, List.of());
    return sent(new RecordUtilisation(Owner.OPERATOR, load, from, from.plusSeconds(900)));
  }

  private Function<Journal, Object> agreement() {
    var document = document("%02d:00".formatted(19 + random.nextInt(3)));
    var digest = Document.of(document.getBytes(UTF_8)).digest();
    var by = new ActorId("actor-" + random.nextInt(2));
    var all =
        new ArrayList<Command>(
            List.of(
                new DraftPolicy(AGREEMENT, document, by, NOON),
                new DiscardDraft(AGREEMENT, digest, by, NOON),
                new ProposePolicy(AGREEMENT, document, by, NOON, Optional.empty()),
                new TakeBackProposal(AGREEMENT, digest, by, NOON),
                new ApprovePolicy(AGREEMENT, digest, by, NOON),
                new RejectPolicy(AGREEMENT, digest, by, "too early", NOON),
                new WithdrawPolicy(AGREEMENT, by, "no more", NOON),
                new ActivatePolicy(AGREEMENT, digest, by, NOON),
                new ExpirePolicy(AGREEMENT, by, NOON)));
    return sent(all.get(random.nextInt(all.size())));
  }

  /// Signed by one of two keys, or handed over to it by the other.
  private Function<Journal, Object> checkpoint() {
    int key = random.nextInt(2);
    boolean rotated = random.nextInt(4) == 0;
    return journal -> {
      var checkpoints = new Checkpoints(journal.log(), journal, SIGNERS.get(key), Optional.empty());
      return rotated ? checkpoints.rotate(SIGNERS.get(1 - key), NOON) : checkpoints.sign(NOON);
    };
  }

  /// Overrides and deputies with an end that lies ahead.
  private Function<Journal, Object> people() {
    var town = AGREEMENT.tenant();
    var one = new ActorId("actor-" + random.nextInt(3));
    var end = NOON.plusSeconds(60L * (1 + random.nextInt(3)));
    var pools = Set.of(new PoolId("pool-" + random.nextInt(2)), new PoolId("office"));
    return sent(
        random.nextBoolean()
            ? new NameDeputy(town, one, NOON, end, new ActorId("actor-0"), NOON)
            : new GrantOverride(town, pools, end, one, "late", NOON, Duration.ofHours(1)));
  }

  private static String document(String from) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: rathaus, tenant: ahausen}
    spec:
      pools: [ahausen-office]
      zone: Europe/Berlin
      asleep:
        - {from: "Mon %s", to: Tue 06:00}
      readyBy: {lead: PT30M}
    """
        .formatted(from);
  }

  /// A time stamp on the newest checkpoint.
  private static Object stamp(Journal journal) {
    try (var history = journal.history()) {
      return history
          .map(Recorded::event)
          .flatMap(event ->
              event instanceof CheckpointSigned(_, Seal.Note note, _)
                  ? Stream.of(note)
                  : Stream.empty())
          .reduce((_, last) -> last)
          .map(note ->
              journal.send(
                  new RecordWord(
                      new TimestampObtained(1, note.digestInHex(), "token", "authority", NOON))))
          .map(Object.class::cast)
          .orElse("nothing is signed");
    }
  }
}
