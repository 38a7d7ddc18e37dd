package dev.feierabend.app.cli;

import dev.feierabend.app.wiring.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The service: interface, console and scheduler. It runs until it is told to stop.
@Command(name = "serve", description = "Runs the service.")
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The service's settings (default: ${DEFAULT-VALUE}).")
  Path config = Path.of("feierabend.yaml");

  @Option(names = "--port", description = "Where it listens (default: ${DEFAULT-VALUE}).")
  int port = 8080;

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isReadable(config)) {
      throw new Unreadable(
          "Expected the service's settings but %s cannot be read; name them with --config"
              .formatted(config));
    }
    // No method here names a type of Spring's in its head: every other command would load it.
    var stopped = new CountDownLatch(1);
    var context = Service.start(config, "--server.port=" + port);
    Service.whenClosed(context, stopped::countDown);
    stopped.await();
    return Exit.GOOD;
  }
}
