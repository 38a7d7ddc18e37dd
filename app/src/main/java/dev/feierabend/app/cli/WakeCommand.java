package dev.feierabend.app.cli;

import static java.util.Objects.requireNonNull;

import dev.feierabend.app.waking.Fate;
import dev.feierabend.app.waking.Pace;
import dev.feierabend.app.waking.RollCall;
import dev.feierabend.app.waking.Watchman;
import dev.feierabend.app.waking.Watchman.Seen;
import dev.feierabend.app.wiring.RoutedPower;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.app.wiring.WakingPower;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.fleet.WakeListParser;
import dev.feierabend.policies.yaml.Nearest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Brings back the hosts of a wake list while the service, its journal and its cluster are gone.
@Command(
    name = "wake",
    description = "Brings back the hosts of a wake list, with neither service nor store.")
final class WakeCommand implements Callable<Integer> {
  /// What is logged would stand between the lines, and says nothing that they don't.
  private static final String QUIET = "dev/feierabend/app/cli/quiet.xml";

  @Spec CommandSpec spec;
  @Mixin Form form = new Form();

  @ArgGroup(multiplicity = "1")
  OfWakeList of = new OfWakeList();

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Only this host of the list; may be named several times.")
  List<String> only = List.of();

  @Option(
      names = "--dry-run",
      description = "Asks each controller whether its host is on, and switches none.")
  boolean dryRun;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "How many hosts may be on their way at a time (default: ${DEFAULT-VALUE}).")
  int atOnce = 8;

  @Option(
      names = "--within",
      paramLabel = "DURATION",
      description = "How long it is tried, for example PT30M (default: ${DEFAULT-VALUE}).")
  Duration within = Duration.ofMinutes(15);

  @Option(
      names = "--credentials",
      paramLabel = "DIR",
      description =
          "The folder with the logins' files, where it isn't the one that the list names.")
  @Nullable Path credentials;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "With --export: the service's settings (default: ${DEFAULT-VALUE}).")
  Path config = Path.of("feierabend.yaml");

  @Option(names = "--zone", description = "The zone of the times (default: ${DEFAULT-VALUE}).")
  ZoneId zone = ZoneId.of("Europe/Berlin");

  @Override
  public Integer call() throws InterruptedException {
    System.setProperty("logback.configurationFile", QUIET);
    var lines = new WakeLines(spec.commandLine().getOut(), Languages.of(spec), zone);
    if (of.export != null) {
      WakeExport export = WakeExport.write(config, of.export);
      tell(export, () -> lines.exported(export));
      return Exit.GOOD;
    }
    Path file = requireNonNull(of.list);
    WakeList list = Inputs.valid(WakeListParser.parse(file.toString(), Inputs.bytes(file)));
    List<Sleeper> hosts = wanted(list);
    if (!form.json) {
      lines.head(list, hosts.size());
    }
    try (RoutedPower power =
        WakingPower.of(list, Optional.ofNullable(credentials), SystemTime.clock())) {
      var watchman = new Watchman(power, SystemTime.clock());
      return dryRun ? look(watchman, hosts, list, lines) : wake(watchman, hosts, list, lines);
    }
  }

  private int wake(Watchman watchman, List<Sleeper> hosts, WakeList list, WakeLines lines)
      throws InterruptedException {
    RollCall call = watchman.wake(hosts, pace(), form.json ? (_, _) -> {} : lines::fate);
    Map<Sleeper, Fate> fates = call.fates();
    tell(ToldWake.of(list, fates), () -> lines.end(fates));
    boolean all = fates.values().stream().allMatch(Fate::good);
    return exit(all, call.heardSomebody());
  }

  private int look(Watchman watchman, List<Sleeper> hosts, WakeList list, WakeLines lines)
      throws InterruptedException {
    List<Seen> seen = watchman.look(hosts, pace().settle());
    tell(ToldWake.of(list, seen), () -> seen.forEach(lines::seen));
    return exit(seen.stream().allMatch(Seen::answered), seen.stream().anyMatch(Seen::answered));
  }

  private void tell(Object answer, Runnable lines) {
    if (form.json) {
      form.print(answer);
    } else {
      lines.run();
    }
  }

  private static int exit(boolean all, boolean somebody) {
    if (all) {
      return Exit.GOOD;
    }
    return somebody ? Exit.NO : Exit.OUTAGE;
  }

  private Pace pace() {
    try {
      return Pace.of(atOnce, within);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private List<Sleeper> wanted(WakeList list) {
    List<String> names = list.hosts().stream().map(Sleeper::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "--host: expected a host of the list, found \"%s\"%s"
                .formatted(name, Nearest.hint(name, names)));
      }
    }
    return list.hosts().stream()
        .filter(host -> only.isEmpty() || only.contains(host.name()))
        .toList();
  }
}
