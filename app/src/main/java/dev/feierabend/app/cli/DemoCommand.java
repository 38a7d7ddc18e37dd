package dev.feierabend.app.cli;

import dev.feierabend.app.demo.ClusterDemo;
import dev.feierabend.app.demo.Demo;
import dev.feierabend.app.demo.DemoKey;
import dev.feierabend.app.demo.DemoPeople;
import dev.feierabend.app.demo.DemoSettings;
import dev.feierabend.app.demo.cluster.ClusterTowns;
import dev.feierabend.app.demo.cluster.TestServers;
import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.sandbox.centre.LoadModel;
import dev.feierabend.sandbox.load.Traces;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The main job, on the embedded defaults.
@Command(
    name = "demo",
    description = "Lets three towns' simulated data centre live a week in virtual time.")
final class DemoCommand implements Callable<Integer> {
  private static final List<String> OF_THE_SANDBOX = List.of("--days", "--hosts", "--load");

  @Spec CommandSpec spec;

  @Option(names = "--days", description = "Days to live (default: ${DEFAULT-VALUE}).")
  int days = 7;

  @Option(
      names = "--seed",
      description = "The same seed gives the same week (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(names = "--hosts", description = "Hosts of the data centre (default: ${DEFAULT-VALUE}).")
  int hosts = 40;

  @Option(
      names = "--load",
      paramLabel = "PATH",
      description = "Recorded load: a PlanetLab day (folder or .tar.xz) or a Bitbrains table.")
  @Nullable Path load;

  @Option(
      names = "--kubernetes",
      description =
          "One night on a real Kubernetes control plane instead; needs a checkout, and Go where it isn't built yet.")
  boolean kubernetes;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the journal is left (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("demo-out");

  @Override
  public Integer call() {
    return (kubernetes ? night() : week()) ? Exit.GOOD : Exit.NO;
  }

  private boolean week() {
    within("--days", days, 1, 365);
    within("--hosts", hosts, 2, 2000);
    Optional<LoadModel> recorded = Optional.ofNullable(load).map(Traces::open);
    Fleet fleet =
        prepared(
            "feierabend demo --days %d --seed %d --hosts %d%n".formatted(days, seed, hosts),
            new ThreeTowns(hosts, seed).fleet());
    var settings = new DemoSettings(days, seed, hosts, recorded, out);
    var demo = new Demo(settings, fleet, spec.commandLine().getOut(), language(), names());
    return demo.run(System::nanoTime);
  }

  private boolean night() {
    OF_THE_SANDBOX.stream()
        .filter(spec.commandLine().getParseResult()::hasMatchedOption)
        .forEach(option -> {
          throw new ParameterException(
              spec.commandLine(),
              "Expected --kubernetes without %s, which is of the simulated data centre"
                  .formatted(option));
        });
    Path servers = TestServers.folder();
    Fleet fleet =
        prepared("feierabend demo --kubernetes --seed %d%n".formatted(seed), ClusterTowns.fleet());
    var settings = new DemoSettings(1, seed, fleet.hosts().size(), Optional.empty(), out);
    var demo = new ClusterDemo(settings, fleet, spec.commandLine().getOut(), language(), names());
    return demo.run(servers, System::nanoTime);
  }

  /// The directory, with everything in it to read the journal with.
  private Fleet prepared(String mark, String document) {
    var directory = new DemoDirectory(out);
    directory.begin(mark);
    directory.keep(Beside.FLEET, document);
    DemoPeople.enter(ActorsFile.beside(out), seed);
    var signer = DemoKey.of(seed);
    directory.keep(CheckpointKey.FILE, CheckpointKey.pem(signer.publicKey()));
    directory.keep(CheckpointKey.VERIFIER, signer.verifier(DemoKey.ORIGIN) + "\n");
    return Inputs.valid(FleetParser.parse(Beside.FLEET, document.getBytes(StandardCharsets.UTF_8)));
  }

  private Locale language() {
    return Languages.of(spec);
  }

  private UnaryOperator<String> names() {
    return Names.of(new Beside(Optional.of(out)));
  }

  private void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected %s from %d to %d but found %d".formatted(option, least, most, value));
    }
  }
}
