package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/// Over a real connection: what streams carry, and to whom.
@SpringBootTest(
    classes = ConsoleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
class EventStreamTest {
  @LocalServerPort int port;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void hangUp() {
    client.shutdownNow();
  }

  @Test
  void eachHearsItsOwnAsItIsRecordedAndNothingElse() {
    List<String> anna = listen("anna", "en");
    List<String> bert = listen("bert", "de");
    List<String> paula = listen("paula", "en");
    var story = new Story(journal, clock);

    story.freeze(Owner.of(AHAUSEN));
    story.freeze(Owner.of(BDORF));
    story.freeze(Owner.OPERATOR);

    await().untilAsserted(() -> assertThat(told(paula)).hasSize(3));
    await().untilAsserted(() -> assertThat(told(anna)).hasSize(1));
    await().untilAsserted(() -> assertThat(told(bert)).hasSize(1));
    assertThat(told(anna).getFirst())
        .contains("\"commit\":1", "\"owner\":\"tenant:ahausen\"", "FreezeDeclared")
        .contains("declared a freeze for ahausen");
    assertThat(told(bert).getFirst()).contains("hat für bdorf einen Abschaltstopp erklärt");
    assertThat(anna).contains("id:1", "event:recorded");
  }

  @Test
  void aStrangerHearsNothing() throws Exception {
    var answer = client.send(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  private List<String> listen(String user, String language) {
    var lines = new CopyOnWriteArrayList<String>();
    var request =
        HttpRequest.newBuilder(address())
            .header("Authorization", "Basic " + credentials(user))
            .header("Accept-Language", language)
            .build();
    client
        .sendAsync(request, BodyHandlers.ofLines())
        .thenAccept(answer -> {
          assertThat(answer.statusCode()).isEqualTo(200);
          try (Stream<String> body = answer.body()) {
            body.forEach(lines::add);
          } catch (UncheckedIOException hungUp) {
            assertThat(hungUp.getCause()).isInstanceOf(IOException.class);
          }
        });
    await().untilAsserted(() -> assertThat(lines).contains(":still there"));
    return lines;
  }

  private URI address() {
    return URI.create("http://localhost:" + port + "/api/v1/events");
  }

  private static List<String> told(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("data:")).toList();
  }

  private static String credentials(String user) {
    byte[] plain = (user + ":" + Asking.passwordOf(user)).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(plain);
  }
}
