package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.feierabend.testservers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `feierabend serve` as it is run: a process of its own, asked over HTTP, and killed.
final class ServeProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final int port;

  private ServeProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /// Starts it, and returns at once.
  static ServeProcess begin(Path settings, Path log) throws IOException {
    int port = Ports.free(1).getFirst();
    return new ServeProcess(begun(settings, log, port), log, port);
  }

  /// Starts it, and returns once it answers.
  static ServeProcess start(Path settings, Path log) throws IOException {
    var serve = begin(settings, log);
    try {
      await().atMost(PATIENCE).failFast(serve::expectAlive).until(serve::answers);
      return serve;
    } catch (RuntimeException e) {
      serve.close();
      throw e;
    }
  }

  /// What it says where it doesn't start.
  static String refused(Path settings, Path folder) throws IOException {
    Path log = folder.resolve("refused.log");
    Process process = begun(settings, log, Ports.free(1).getFirst());
    try {
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      return Files.readString(log);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process begun(Path settings, Path log, int port) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"));
    command.addAll(List.of("-Duser.language=en", "--enable-native-access=ALL-UNNAMED"));
    command.add("dev.feierabend.app.FeierabendApplication");
    command.addAll(List.of("serve", "--config", settings.toString(), "--port", "" + port));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // A long command line would be cut off where processes are listed.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.directory(settings.toAbsolutePath().getParent().toFile());
    return builder.redirectOutput(log.toFile()).start();
  }

  private boolean answers() {
    try {
      return ask("GET", "/actuator/health", "", "", "").statusCode() < 500;
    } catch (IOException e) {
      return false;
    }
  }

  void expectAlive() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("The service ended: " + Files.readString(log));
    }
  }

  /// @param who `name:password`; nobody where empty
  HttpResponse<String> ask(String method, String path, String who, String type, String body)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!who.isEmpty()) {
      String login = Base64.getEncoder().encodeToString(who.getBytes(UTF_8));
      request.header("Authorization", "Basic " + login);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  /// SIGKILL: no hook runs, nothing is flushed.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
    http.close();
  }
}
