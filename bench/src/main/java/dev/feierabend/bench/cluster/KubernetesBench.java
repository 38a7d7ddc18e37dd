package dev.feierabend.bench.cluster;

import dev.feierabend.testservers.ControlPlane;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The benchmark on a real control plane, by its parts.
///
/// @param folder on the disk that the journal is to be on; logs stay there
public record KubernetesBench(Path folder, PrintWriter out) {
  private static final Path LAUNCHER = Path.of("feierabend").toAbsolutePath();
  private static final int REPLICAS = 3;

  /// What is run: `speed [DEPLOYMENTS]`, `idle [MINUTES]`, `growth [DEPLOYMENTS]`, `heap
  /// [DEPLOYMENTS]`, or all of them where nothing is named.
  public void run(List<String> arguments) throws Exception {
    Optional<Integer> number = arguments.stream().skip(1).findFirst().map(Integer::valueOf);
    switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
      case "speed" -> speed(number.orElse(1_000));
      case "idle" -> idle(number.orElse(10));
      case "growth" -> growth(number.orElse(10_000));
      case "heap" -> heap(number.orElse(10_000));
      case "" -> {
        speed(1_000);
        idle(10);
        growth(10_000);
        heap(10_000);
      }
      case String other ->
          throw new IllegalArgumentException(
              "Expected speed, idle, growth or heap but found \"%s\"".formatted(other));
    }
  }

  private interface Played {
    void on(Stage stage) throws Exception;
  }

  private void speed(int deployments) throws Exception {
    on(
        deployments,
        1,
        stage -> {
          stage.objects().make(0);
          new Speed(stage, out).compare(contenders(stage));
        });
  }

  private void idle(int minutes) throws Exception {
    on(
        1_000,
        1,
        stage -> {
          stage.objects().make(0);
          new Idle(stage, service(stage.site()), out).measure(Duration.ofMinutes(minutes));
        });
  }

  /// A tenth first.
  private void growth(int deployments) throws Exception {
    out.printf("%nGrowth%n");
    on(
        deployments,
        REPLICAS,
        stage -> {
          var fewer = new Objects(stage.api(), deployments / 10, stage.objects().replicas());
          fewer.make(0);
          var small = new Stage(stage.plane(), stage.api(), fewer, stage.folder());
          new Growth(fewer.count(), fewer.replicas(), out).measure(service(small.site()));
          stage.objects().make(deployments / 10);
          new Growth(deployments, REPLICAS, out).measure(service(stage.site()));
        });
  }

  /// The same where no API server is, but something that hands out lists as one does.
  private void heap(int deployments) throws Exception {
    out.printf("%nGrowth, the API server being played%n");
    for (int count : List.of(deployments / 10, deployments)) {
      Path scratch = scratch();
      try (var played = new PlayedApiServer(count, REPLICAS)) {
        List<String> namespaces = Objects.namespaces(count);
        var site = new Site(scratch, played.kubeconfig(scratch), namespaces);
        new Growth(count, REPLICAS, out).measure(service(site));
      }
    }
  }

  private Path scratch() throws IOException {
    return Files.createTempDirectory(
        Files.createDirectories(folder.toAbsolutePath()), "kubernetes");
  }

  private void on(int deployments, int replicas, Played played) throws Exception {
    Path scratch = scratch();
    try (var plane = ControlPlane.start();
        var api = new ApiServer(plane, "bench/1")) {
      played.on(new Stage(plane, api, new Objects(api, deployments, replicas), scratch));
    }
  }

  private static Feierabend service(Site site) {
    return new Feierabend(site, LAUNCHER);
  }

  private static List<Contender> contenders(Stage stage) {
    var contenders = new ArrayList<Contender>();
    contenders.add(new Ourselves(service(stage.site())));
    home("kube-downscaler").ifPresent(home -> contenders.add(new KubeDownscaler(stage, home)));
    home("kube-green").ifPresent(home -> contenders.add(new KubeGreen(stage, home)));
    return contenders;
  }

  /// Where `test-servers/build` put one that is compared with; empty where it couldn't.
  private static Optional<Path> home(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(it -> !it.isEmpty()).map(Path::of);
  }
}
