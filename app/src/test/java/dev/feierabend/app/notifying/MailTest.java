package dev.feierabend.app.notifying;

import static dev.feierabend.app.notifying.Diary.AHAUSEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.app.notifying.MailWay.Security;
import dev.feierabend.app.notifying.MailWay.Server;
import dev.feierabend.app.office.Trust;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.testservers.SelfSigned;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// News by mail, through a real mail server.
class MailTest {
  private static SelfSigned identity;

  @TempDir private Path folder;
  private final Diary diary = new Diary();
  private Mailbox mailbox;
  private String password = "sesam";

  @BeforeAll
  static void identify() throws IOException {
    identity = SelfSigned.make();
  }

  @BeforeEach
  void open() {
    mailbox = new Mailbox(identity, true);
  }

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  void whatWaitsComesInOneMailTheGravestFirstAndInTheRecipientsLanguage() throws Exception {
    Round round = begun(Locale.GERMAN, courier(Locale.GERMAN));
    diary.override(AHAUSEN).late(AHAUSEN, "ahausen-office").quarantined("did not wake");
    assertThat(round.go(diary.now)).isEmpty();

    assertThat(mailbox.mails)
        .extracting(Mailbox.Mail::to)
        .containsExactly("wacht@example.org", "chef@example.org");
    var mail = mailbox.mails.getFirst().message();
    assertThat(mail.getSubject()).startsWith("[Feierabend] Alarm und 2 weitere: ");
    assertThat(mail.getContent().toString().replace("\r\n", "\n"))
        .contains("2026-11-24 06:00  Ausnahme\nactor-4 hält alle Pools von ")
        .contains("host-1 steht unter Quarantäne: did not wake.  [3-0]\n")
        .endsWith(
            "\n"
                + "-- \n"
                + "Feierabend von rechenzentrum-nord. Antworten auf diese Mail liest niemand. Die"
                + " Nummern in Klammern benennen Ereignisse der Historie; was doppelt kommt, trägt"
                + " dieselbe.\n");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).isEqualTo("<1-0.3-0.wacht@rechenzentrum-nord.feierabend>");
    assertThat(mail.getFrom())
        .extracting(Object::toString)
        .containsExactly("feierabend@example.org");
  }

  @Test
  void inEnglishForWhoReadsEnglishAndNothingASentenceHoldsBecomesAHeader() throws Exception {
    Round round = begun(Locale.ENGLISH, courier(Locale.ENGLISH));
    diary.quarantined("did not wake\r\nBcc: others@example.org");
    round.go(diary.now);

    var mail = mailbox.mails.getFirst().message();
    assertThat(mail.getSubject())
        .isEqualTo(
            "[Feierabend] Alarm: host-1 is quarantined: did not wake Bcc: others@example.org.");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  @Test
  void aWrongPasswordIsTriedOnceUntilTheFileHoldsAnotherOrAnHourHasPassed() {
    password = "Geheim-4711";
    Courier courier = courier(Locale.GERMAN);
    Round round = begun(Locale.GERMAN, courier);
    diary.late(AHAUSEN, "a");
    for (int i = 0; i < 5; i++) {
      round.go(diary.now);
    }
    assertThat(mailbox.logins).hasValue(1);
    assertThat(courier.deliver(news()).toString())
        .contains("refused the login")
        .doesNotContain("4711");

    diary.now = diary.now.plus(Duration.ofMinutes(61));
    round.go(diary.now);
    assertThat(mailbox.logins).hasValue(2);
    password = "sesam";
    assertThat(round.go(diary.now)).isEmpty();
    assertThat(mailbox.mails).hasSize(2);
  }

  @Test
  void aServerThatIsOutOrFullCostsNothingButTime() {
    Round round = begun(Locale.GERMAN, courier(Locale.GERMAN));
    mailbox.full = true;
    diary.late(AHAUSEN, "a");
    assertThat(round.go(diary.now)).isPresent();
    mailbox.full = false;
    round.go(diary.now);
    assertThat(mailbox.mails).hasSize(2);

    diary.late(AHAUSEN, "a");
    Courier courier = courier(Locale.GERMAN);
    mailbox.close();
    assertThat(courier.deliver(news()))
        .isInstanceOfSatisfying(
            Courier.Failed.class, failed -> assertThat(failed.because()).contains("took no mail"));
  }

  @Test
  void withoutTlsOrWithACertificateOfAnotherNothingIsSaid() throws Exception {
    Server stranger = server(Optional.empty());
    assertThat(courier(stranger, Locale.GERMAN).deliver(newsOfOne()))
        .isInstanceOf(Courier.Failed.class);
    mailbox.close();
    mailbox = new Mailbox(identity, false);
    assertThat(courier(Locale.GERMAN).deliver(news())).isInstanceOf(Courier.Failed.class);

    assertThat(mailbox.logins).hasValue(0);
    assertThat(mailbox.mails).isEmpty();
    assertThatThrownBy(() ->
            new Server(
                "localhost",
                25,
                Security.NONE,
                Optional.of(() -> new Login("feierabend", "sesam")),
                Optional.empty(),
                "feierabend@example.org"))
        .hasMessageStartingWith("Expected security STARTTLS or TLS where there is a login");
  }

  private List<News> newsOfOne() {
    diary.late(AHAUSEN, "a");
    return news();
  }

  private List<News> news() {
    try (var commits = diary.journal.log().from(1)) {
      return News.in(diary.journal, commits.findFirst().orElseThrow());
    }
  }

  private Round begun(Locale locale, Courier courier) {
    var book =
        new Round.Book(
            diary.journal, Bookmarks.in(folder.resolve("told")), Duration.ofDays(1), Duration.ZERO);
    var round = new Round(to(locale), courier, book);
    round.begin(diary.now);
    return round;
  }

  private static Recipient to(Locale locale) {
    return new Recipient("wacht", Set.of(Topic.values()), Set.of(), locale);
  }

  private Courier courier(Locale locale) {
    return courier(server(Optional.of(trust())), locale);
  }

  private Courier courier(Server server, Locale locale) {
    var way = new MailWay(server, List.of("wacht@example.org", "chef@example.org"), Diary.WORDS);
    return way.courier(to(locale), () -> diary.now);
  }

  private Server server(Optional<SSLContext> trust) {
    return new Server(
        "localhost",
        mailbox.port(),
        Security.STARTTLS,
        Optional.of(() -> new Login("feierabend", password)),
        trust,
        "feierabend@example.org");
  }

  private static SSLContext trust() {
    try {
      return Trust.in(new ByteArrayInputStream(identity.certificate().getBytes(UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
