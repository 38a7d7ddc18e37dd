package dev.feierabend.app.notifying;

import static dev.feierabend.app.notifying.Diary.AHAUSEN;
import static dev.feierabend.app.notifying.Diary.BDORF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.SecretFile;
import dev.feierabend.policies.terms.TenantId;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a webhook is told, and that nothing is lost where it is out.
class WebhookTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Set<Topic> ALL = Set.of(Topic.values());

  @TempDir private Path folder;
  private final Diary diary = new Diary();
  private Receiver receiver;
  private Duration overlap = Duration.ZERO;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.writeString(folder.resolve("token"), "Marke-4711\n");
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void anAlarmIsACloudEventThatOthersReadAndItsSignatureHolds() {
    Round round = begun(to(ALL, Set.of(), Locale.GERMAN));
    diary.quarantined("did not wake: off");
    round.go(diary.now);

    Receiver.Message message = receiver.messages.getFirst();
    EventFormat format = EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
    var event = format.deserialize(message.body());
    assertThat(message.headers().getFirst("Content-Type")).startsWith(JsonFormat.CONTENT_TYPE);
    assertThat(event.getId()).isEqualTo("1-0").isEqualTo(message.id());
    assertThat(event.getSource()).isEqualTo(URI.create("/feierabend/rechenzentrum-nord"));
    assertThat(event.getType()).isEqualTo("dev.feierabend.HostQuarantined");
    assertThat(event.getTime()).isEqualTo("2026-11-24T05:00:00Z");
    assertThat(event.getData()).asString().contains("host-1 steht unter Quarantäne");
    assertThat(message.headers().getFirst("webhook-signature"))
        .isEqualTo(
            Signature.by(List.of(SECRET))
                .of(
                    message.id(),
                    Instant.ofEpochSecond(
                        Long.parseLong(message.headers().getFirst("webhook-timestamp"))),
                    message.text()));
    assertThat(message.headers().getFirst("Authorization")).isEqualTo("Bearer Marke-4711");
  }

  @Test
  void eachIsToldWhatConcernsItAndNothingOfOthers() {
    Round tenant = begun(to(ALL, Set.of(AHAUSEN), Locale.ENGLISH));
    diary.quarantined("did not wake").late(BDORF, "bdorf-school").late(AHAUSEN, "ahausen-office");
    diary.override(AHAUSEN).override(BDORF);
    tenant.go(diary.now);

    assertThat(receiver.messages)
        .hasSize(2)
        .allMatch(message -> message.text().contains("\"owner\":\"tenant:ahausen\""))
        .noneMatch(message -> message.text().contains("bdorf") || message.text().contains("host"));
    receiver.messages.clear();
    Round alarms =
        new Round(to(Set.of(Topic.ALARMS), Set.of(), Locale.ENGLISH), courier(), book("2"));
    alarms.go(diary.now);
    assertThat(receiver.messages).isEmpty();
    diary.late(BDORF, "bdorf-school").override(BDORF).quarantined("again");
    alarms.go(diary.now);
    assertThat(receiver.messages)
        .extracting(Receiver.Message::text)
        .allMatch(text -> text.contains("\"topic\":\"ALARMS\""))
        .isNotEmpty();
  }

  @Test
  void whereItIsOutEverythingComesLaterInOrderAndOnce() {
    Round round = begun(to(ALL, Set.of(), Locale.ENGLISH));
    receiver.status = 503;
    diary.late(AHAUSEN, "a");
    assertThat(round.go(diary.now)).hasValue(Duration.ofSeconds(5));
    diary.late(AHAUSEN, "a");
    assertThat(round.go(diary.now)).hasValue(Duration.ofSeconds(10));
    assertThat(round.waiting()).hasValue(Instant.parse("2026-11-24T05:00:00Z"));
    assertThat(receiver.ids()).containsOnly("1-0");

    receiver.messages.clear();
    receiver.status = 204;
    assertThat(round.go(diary.now)).isEmpty();
    assertThat(receiver.ids()).containsExactly("1-0", "2-0");
    assertThat(round.waiting()).isEmpty();
    round.go(diary.now);
    assertThat(receiver.messages).hasSize(2);
  }

  @Test
  void aRestartGoesOnWhereItWasAndWhatWasCutOffComesUnderTheSameName() {
    Round before = begun(to(ALL, Set.of(), Locale.ENGLISH));
    diary.late(AHAUSEN, "a");
    before.go(diary.now);
    diary.late(AHAUSEN, "a");

    new Round(to(ALL, Set.of(), Locale.ENGLISH), courier(), book("1")).go(diary.now);
    assertThat(receiver.ids()).containsExactly("1-0", "2-0");

    receiver.status = 500; // it has it, and says otherwise
    diary.late(AHAUSEN, "a");
    new Round(to(ALL, Set.of(), Locale.ENGLISH), courier(), book("1")).go(diary.now);
    receiver.status = 204;
    new Round(to(ALL, Set.of(), Locale.ENGLISH), courier(), book("1")).go(diary.now);
    assertThat(receiver.ids()).containsSubsequence("3-0", "3-0");
    assertThat(receiver.messages.getLast().body())
        .isEqualTo(receiver.messages.get(receiver.messages.size() - 2).body());
  }

  @Test
  void whatIsNotTakenIsTriedSomeTimesAndDoesNotKeepTheRestFromComing() {
    Round round = begun(to(ALL, Set.of(), Locale.ENGLISH));
    receiver.status = 422;
    diary.late(AHAUSEN, "a");
    for (int i = 1; i < 5; i++) {
      assertThat(round.go(diary.now)).isPresent();
      assertThat(round.lost()).isZero();
    }
    assertThat(round.go(diary.now)).isEmpty();
    assertThat(round.lost()).isEqualTo(1);

    receiver.status = 204;
    diary.late(AHAUSEN, "a");
    round.go(diary.now);
    assertThat(receiver.ids()).containsExactly("1-0", "1-0", "1-0", "1-0", "1-0", "2-0");
  }

  @Test
  void afterADayItIsGivenUpAndThePausesGrowToTenMinutes() {
    Round round = begun(to(ALL, Set.of(), Locale.ENGLISH));
    receiver.status = 503;
    diary.late(AHAUSEN, "a");
    List<Long> pauses =
        IntStream.range(0, 9).mapToObj(_ -> round.go(diary.now).orElseThrow().toSeconds()).toList();
    assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);

    diary.now = diary.now.plus(Duration.ofHours(25));
    diary.late(AHAUSEN, "a");
    receiver.messages.clear();
    receiver.status = 204;
    assertThat(round.go(diary.now)).isEmpty();
    assertThat(receiver.ids()).containsExactly("2-0");
    assertThat(round.lost()).isEqualTo(1);
  }

  @Test
  void anUnreadableBookmarkTellsRatherTwiceThanNever() throws IOException {
    begun(to(ALL, Set.of(), Locale.ENGLISH));
    diary.late(AHAUSEN, "a").late(AHAUSEN, "a");
    Files.writeString(folder.resolve("1"), "{half");

    new Round(to(ALL, Set.of(), Locale.ENGLISH), courier(), book("1")).go(diary.now);
    assertThat(receiver.ids()).containsExactly("1-0", "2-0");
  }

  @Test
  void whoTakesOverFromAnotherReplicaTellsTheLastHourAgain() {
    for (int i = 0; i < 9; i++) {
      diary.late(AHAUSEN, "a");
      diary.now = diary.now.plus(Duration.ofMinutes(15));
    }
    overlap = Duration.ofHours(1);
    new Round(to(ALL, Set.of(), Locale.ENGLISH), courier(), book("1")).go(diary.now);

    assertThat(receiver.ids()).containsExactly("6-0", "7-0", "8-0", "9-0");
  }

  @Test
  void secretsAreReadWhenTheyAreNeededAndWhatIsRepeatedOfThemIsNotToldOn() throws IOException {
    Files.delete(folder.resolve("secret"));
    diary.late(AHAUSEN, "a");
    News news = news();
    assertThat(courier().deliver(List.of(news)))
        .isEqualTo(
            new Courier.Failed("The credentials " + folder.resolve("secret") + " cannot be read"));
    assertThat(receiver.messages).isEmpty();

    Files.writeString(folder.resolve("secret"), SECRET);
    for (int status : List.of(400, 401, 500)) {
      receiver.status = status;
      assertThat(courier().deliver(List.of(news)).toString())
          .contains("webhook at 127.0.0.1 answered " + status)
          .doesNotContain("4711")
          .doesNotContain(SECRET);
    }
  }

  private News news() {
    try (var commits = diary.journal.log().from(1)) {
      return News.in(diary.journal, commits.findFirst().orElseThrow()).getFirst();
    }
  }

  private Round begun(Recipient recipient) {
    var round = new Round(recipient, courier(), book("1"));
    round.begin(diary.now);
    return round;
  }

  private Round.Book book(String name) {
    return new Round.Book(
        diary.journal, Bookmarks.in(folder.resolve(name)), Duration.ofDays(1), overlap);
  }

  private static Recipient to(Set<Topic> topics, Set<TenantId> tenants, Locale locale) {
    return new Recipient("chat", topics, tenants, locale);
  }

  private Courier courier() {
    var way =
        new WebhookWay(
            receiver.url(),
            new SecretFile(folder.resolve("secret")),
            new Badge.Token(new SecretFile(folder.resolve("token"))),
            Optional.empty(),
            Diary.WORDS);
    return way.courier(to(ALL, Set.of(), Locale.GERMAN), () -> diary.now);
  }
}
