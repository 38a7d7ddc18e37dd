package dev.feierabend.app.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.app.cli.Typed;
import dev.feierabend.app.vouching.HttpWitness;
import dev.feierabend.app.vouching.Post;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Vouching;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.witness.Submission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The witness on real HTTP: by its protocol, and asked by a scheduler.
class WitnessTest {
  @TempDir Path folder;
  @TempDir Path here;
  @TempDir Path there;
  private final HttpClient client = HttpClient.newHttpClient();
  private Attending witness;
  private Town town;

  @BeforeEach
  void start() {
    attend();
    town = Town.in(here);
  }

  private void attend() {
    witness =
        Attending.start(
            new Attending.Settings(folder, Optional.empty(), Optional.empty(), List.of(Town.key())),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            () -> Town.NOW);
  }

  @AfterEach
  void stop() {
    town.close();
    witness.close();
    client.close();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + witness.address().getPort());
  }

  private HttpResponse<String> add(Object body) {
    var request =
        HttpRequest.newBuilder(url().resolve("/add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    return sent(request);
  }

  private HttpResponse<String> sent(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Vouching.Asked asked(boolean freezes) {
    var asked = new HttpWitness(witness.key(), url(), new Post(Duration.ofSeconds(10)));
    return new Vouching.Asked(Optional.empty(), List.of(asked), freezes);
  }

  @Test
  void twoHonestRoundsAreCosignedAndNothingIsAskedTwice() {
    town.happens("storm").asks(asked(true));
    assertThat(town.last(1)).containsExactly("CheckpointCosigned");
    town.happens("storm again").asks(asked(true)).asks(asked(true));
    assertThat(town.last(2)).containsExactly("CheckpointSigned", "CheckpointCosigned");
    assertThat(town.vouched().cosignatures()).isEqualTo(1);
    assertThat(town.frozen()).isFalse();
  }

  @Test
  void whoeverHasTheWitnessesKeyVerifiesItsWord() throws IOException {
    town.happens("storm").asks(asked(true));
    town.close();
    Path key = folder.resolve("witness.vkey");

    Typed typed = Typed.of("verify", here, "--witness", key);

    assertThat(typed.exit()).as(typed.out()).isZero();
    assertThat(typed.out()).contains(witness.key().name() + " vouches for the first ");
  }

  @Test
  void othersWordAloneIsNoReasonToSignAgain() {
    town.happens("storm").asks(asked(true));
    long before = town.journal().log().head().number();
    town.checkpoints().sign(Town.NOW);
    assertThat(town.journal().log().head().number()).isEqualTo(before);
  }

  @Test
  void aForkIsRefusedByTheWitnessThatSawTheOtherAndStopsPowerDownsWhereTheOperatorSaidSo()
      throws IOException {
    town.happens("storm").asks(asked(true));
    town.close();
    copy(here, there);
    town = Town.in(here).happens("one end").asks(asked(true));
    assertThat(town.last(1)).containsExactly("CheckpointCosigned");

    try (var fork = Town.in(there)) {
      fork.happens("another end").asks(asked(false));
      assertThat(fork.last(1)).containsExactly("WitnessRefused");
      assertThat(fork.frozen()).isFalse();
      fork.happens("yet another").asks(asked(true)).asks(asked(true));
      assertThat(fork.last(2)).containsExactly("FreezeDeclared", "WitnessRefused");
      assertThat(fork.frozen()).isTrue();
      assertThat(fork.vouched().objecting()).containsExactly(witness.key().name().value());
    }
  }

  @Test
  void aHistoryThatWasRewrittenOrCutIsRefused() {
    town.happens("storm").happens("more").asks(asked(true));
    try (var rewritten = Town.in(there)) {
      rewritten.happens("no storm");
      assertThat(add(rewritten.submission(0)).statusCode()).isEqualTo(409);
      rewritten.asks(asked(true));
      assertThat(rewritten.last(2)).containsExactly("FreezeDeclared", "WitnessRefused");
      rewritten.happens("ever").happens("and ever").asks(asked(true));
      assertThat(rewritten.last(1)).containsExactly("WitnessRefused");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        if (!Files.isDirectory(file)) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void whoeverHeardNoAnswerAsksAgainAndIsCosigned() {
    town.happens("storm");
    assertThat(add(town.submission(0)).statusCode()).isEqualTo(200); // and is lost on its way
    witness.close();
    attend();
    town.asks(asked(true));
    assertThat(town.last(1)).containsExactly("CheckpointCosigned");
  }

  @Test
  void anUnreachableWitnessDelaysAndIsAskedAgain() {
    town.happens("storm");
    var unreachable = asked(true);
    witness.close();
    town.asks(unreachable);
    assertThat(town.last(1)).containsExactly("CheckpointSigned");
    assertThat(town.frozen()).isFalse();
    attend();
    town.asks(asked(true));
    assertThat(town.last(1)).containsExactly("CheckpointCosigned");
  }

  @Test
  void eachAnswerIsTheProtocols() {
    town.happens("storm");
    var first = town.submission(0);
    assertThat(add("old 1\nnonsense").statusCode()).isEqualTo(400);
    assertThat(
            add(new Submission(town.head().size() + 1, List.of(), town.checkpoint())).statusCode())
        .isEqualTo(400);
    assertThat(
            add(first.toString().replace("example.com/log\n", "example.com/other\n")).statusCode())
        .isEqualTo(404);
    assertThat(
            add(first.toString().replace("\n" + town.head().size() + "\n", "\n1\n")).statusCode())
        .isEqualTo(403);
    assertThat(add(new Submission(0, List.of(town.head().root()), town.checkpoint())).statusCode())
        .isEqualTo(422);
    var cosigned = add(first);
    assertThat(cosigned.statusCode()).isEqualTo(200);
    var note = SignedNote.parse(town.checkpoint() + cosigned.body());
    assertThat(witness.key().in(note).orElseThrow().at()).isEqualTo(Town.NOW);
    var again = add(first);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(again.body()).isEqualTo(town.head().size() + "\n");
    var published =
        sent(
            HttpRequest.newBuilder(
                    url().resolve("/" + WitnessBook.hash(Town.ORIGIN) + "/checkpoint"))
                .build());
    assertThat(published.body()).isEqualTo(note.toString());
    assertThat(add("x".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(sent(HttpRequest.newBuilder(url().resolve("/add-checkpoint")).build()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void ofManyAtOnceExactlyOneStartsFromWhatWasSeen() {
    town.happens("storm");
    var body = town.submission(0);
    var answers =
        IntStream.range(0, 20)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> add(body).statusCode()))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).filter(code -> code == 200))
        .hasSize(1);
  }

  @Test
  void whatItSawOutlivesItAndHarmIsNoFreshStart() throws IOException {
    town.happens("storm");
    add(town.submission(0));
    witness.close();
    Path book = folder.resolve(WitnessBook.hash(Town.ORIGIN) + ".checkpoint");
    String kept = Files.readString(book);
    attend();
    assertThat(add(town.submission(0)).statusCode()).isEqualTo(409);
    Files.writeString(book, kept.replace("storm", "calm").replaceFirst("\n\\d+\n", "\n1\n"));
    assertThat(add(town.submission(0)).statusCode()).isEqualTo(503);
  }

  @Test
  void aFolderHasOneWitness() {
    assertThatThrownBy(this::attend)
        .isInstanceOf(Outage.class)
        .hasMessageContaining("Another witness runs in");
  }

  @Test
  void itsKeyStaysItsOwnAndIsReadableByNobodyElse() throws IOException {
    var key = witness.key();
    witness.close();
    attend();
    assertThat(witness.key()).isEqualTo(key);
    assertThat(Files.readString(folder.resolve("witness.vkey"), UTF_8)).isEqualTo(key + "\n");
    assertThat(Files.getPosixFilePermissions(folder.resolve("witness.pem"))).hasSize(2);
  }
}
