package dev.feierabend.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The same history in three forms: as commands, as the commits they lead to, as the bytes that are
/// stored of those.
record Script(List<PoolCommand> commands, List<Commit> commits, List<byte[]> records) {
  private static final Instant BEGINNING = Instant.parse("2026-05-11T00:00:00Z");
  private static final int MEMBERS = 12;

  static final InstantSource CLOCK = InstantSource.fixed(BEGINNING);

  /// An hour's utilisation of a pool of twelve, `length` times.
  static Script of(int length) {
    List<PoolCommand> commands = hours(length);
    try (var journal = Slices.journal(EmbeddedCommitLog.inMemory(CLOCK), CLOCK, List.of())) {
      commands.forEach(journal::send);
      try (var stored = journal.log().from(1)) {
        List<Commit> commits = stored.toList();
        return new Script(commands, commits, commits.stream().map(Script::bytes).toList());
      }
    }
  }

  static List<PoolCommand> hours(int length) {
    return IntStream.range(0, length).mapToObj(Script::hour).toList();
  }

  private static PoolCommand hour(int hour) {
    Instant from = BEGINNING.plus(Duration.ofHours(hour));
    var pool = new PoolId("ahausen-office");
    List<Sample> samples =
        IntStream.range(0, MEMBERS).mapToObj(member -> sample(member, hour)).toList();
    return new RecordUtilisation(
        Owner.OPERATOR, new PoolLoad(pool, MEMBERS, samples), from, from.plus(Duration.ofHours(1)));
  }

  private static Sample sample(int member, int hour) {
    double mean = (hour * 7 + member) % 40 / 10.0;
    return new Sample(
        "guest/00000000-0000-4000-8000-%012d".formatted(member),
        mean,
        mean * 2,
        9_830,
        Optional.empty());
  }

  private static byte[] bytes(Commit commit) {
    return (commit.sealed() + "\n" + commit.hash() + "\n" + commit.body() + "\n").getBytes(UTF_8);
  }
}
