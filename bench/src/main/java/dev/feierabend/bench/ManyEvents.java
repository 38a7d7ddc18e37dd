package dev.feierabend.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EmbeddedSink;
import dev.feierabend.core.journal.Head;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A journal to be verified, which grows by whole portions, as a copy does: written by an append
/// each, ten million events would take hours. As in the demonstration's histories a commit has one
/// event and its body some 1,080 bytes. Half of the events are of pools that get ever longer, half
/// of aggregates that have no other.
final class ManyEvents {
  private static final int PORTION = 5_000;
  private static final int CUSTOMERS = 20;
  private static final int POOLS = 60;
  private static final int HOSTS = 9;
  private static final Instant BEGINNING = Instant.parse("2026-05-11T00:00:00Z");

  private final Path journal;
  private final Random random;
  private final Map<String, Head> lasts = new HashMap<>();
  private final long[] hours = new long[POOLS];
  private Head head = Head.GENESIS;

  ManyEvents(Path journal, long seed) {
    this.journal = journal;
    this.random = new Random(seed);
  }

  /// Goes on until there are `events`, and lets go of the journal.
  void growTo(long events) {
    try (var sink = EmbeddedSink.open(journal)) {
      while (head.number() < events) {
        long portion = Math.min(PORTION, events - head.number());
        sink.take(IntStream.range(0, (int) portion).mapToObj(_ -> next()).toList());
      }
    }
  }

  private Commit next() {
    int customer = random.nextInt(CUSTOMERS);
    var owner = customer == 0 ? "operator" : "tenant:town-" + customer;
    var body = random.nextBoolean() ? utilisation() : action();
    var commit = Commit.told(sealed(owner, body), body);
    head = commit.head();
    lasts.put(owner, head);
    return commit;
  }

  private String sealed(String owner, String body) {
    var last = lasts.getOrDefault(owner, Head.GENESIS);
    return ("{\"body\":\"" + sha256(body))
        + ("\",\"number\":" + (head.number() + 1))
        + (",\"owner\":\"" + owner)
        + ("\",\"ownerPrevious\":{\"hash\":\"" + last.hash() + "\",\"number\":" + last.number())
        + ("},\"previous\":\"" + head.hash())
        + ("\",\"time\":\"" + BEGINNING.plusMillis(100 * head.number()) + "\"}");
  }

  private String utilisation() {
    int pool = random.nextInt(POOLS);
    return body("pool/" + pool, hours[pool]++, "UtilisationRecorded");
  }

  private String action() {
    return body("action/" + (1_000_000_000L + head.number()), 0, "ActionIssued");
  }

  private String body(String aggregate, long sequence, String type) {
    var mean = random.nextInt(4) + "." + random.nextInt(1, 10);
    return ("[{\"aggregate\":\"" + aggregate + "\",\"aggregateType\":\"Bench\"")
        + (",\"sequence\":" + sequence + ",\"type\":\"" + type)
        + "\",\"revision\":\"1\",\"metaData\":{},\"payload\":{\"pool\":\"ahausen-office\""
        + ",\"from\":\"2026-05-11T00:00:00Z\",\"to\":\"2026-05-11T01:00:00Z\",\"samples\":["
        + IntStream.range(0, HOSTS)
            .mapToObj(host -> sample(host, mean))
            .collect(Collectors.joining(","))
        + "]}}]";
  }

  private static String sample(int host, String mean) {
    return "{\"host\":\"guest/00000000-0000-4000-8000-00000000000"
        + (host + "\",\"mean\":" + mean + ",\"memory\":9830}");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
