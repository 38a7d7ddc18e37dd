package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.app.witness.Town;
import dev.feierabend.core.proving.notes.CosignerKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new PrintWriter(out), new PrintWriter(err)).run(arguments);
  }

  @Test
  void itTellsItsKeyAndWhereItListensAndCosigns() throws Exception {
    Path log = Files.writeString(folder.resolve("log.vkey"), Town.key() + "\n");
    Path dir = folder.resolve("witness");
    var running =
        Thread.ofVirtual()
            .start(() ->
                run(
                    "witness",
                    "--dir",
                    dir.toString(),
                    "--listen",
                    "127.0.0.1:0",
                    "--name",
                    "example.org/w",
                    "--log",
                    log.toString()));
    try (var town = Town.in(Files.createDirectories(folder.resolve("journal"))).happens("storm");
        var client = HttpClient.newHttpClient()) {
      await().until(() -> out.toString().lines().count() == 2);
      List<String> told = out.toString().lines().toList();
      var key = CosignerKey.parse(told.getFirst());
      assertThat(key.name().value()).isEqualTo("example.org/w");
      assertThat(dir.resolve("witness.vkey")).hasContent(key.toString());
      var request =
          HttpRequest.newBuilder(URI.create(told.getLast() + "/add-checkpoint"))
              .POST(HttpRequest.BodyPublishers.ofString("old 0\n\n" + town.checkpoint()))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .startsWith("— example.org/w ");
    } finally {
      running.interrupt();
      running.join();
    }
  }

  @Test
  void whatIsNoKeyOrNoAddressIsSaidSo() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.vkey"), "nonsense\n");
    assertThat(run("witness", "--dir", folder.toString(), "--log", bad.toString()))
        .isEqualTo(Exit.USAGE);
    assertThat(run("witness", "--log", Town.key().toString(), "--listen", "here"))
        .isEqualTo(Exit.USAGE);
    assertThat(run("witness")).isEqualTo(Exit.USAGE);
    assertThat(err.toString())
        .contains("bad.vkey: Expected a verifier key, name+id+key, but found \"nonsense\"")
        .contains("expected a host and a port, for example 127.0.0.1:8790, found \"here\"");
  }
}
