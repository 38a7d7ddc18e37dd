package dev.feierabend.app.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The root of all commands, and what every command takes.
@Command(
    name = "feierabend",
    description =
        "Lets towns' computing capacity sleep, has it back in time, and proves every step.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      PolicyCommand.class,
      AgreementCommand.class,
      PersonCommand.class,
      DrillCommand.class,
      HistoryCommand.class,
      WhyCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      WitnessCommand.class,
      WakeCommand.class,
      JournalCommand.class,
      DoctorCommand.class,
      SimulateCommand.class,
      StudyCommand.class
    })
final class FeierabendCommand implements Runnable {
  /// The languages that there are.
  enum Lang {
    DE,
    EN
  }

  @Option(
      names = "--lang",
      paramLabel = "de|en",
      scope = ScopeType.INHERIT,
      description = "German or English; by default the locale's.")
  Lang lang = Locale.getDefault().getLanguage().equals("de") ? Lang.DE : Lang.EN;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows where an error comes from.")
  boolean debug;

  @picocli.CommandLine.Spec picocli.CommandLine.Model.CommandSpec spec;

  Locale locale() {
    return switch (lang) {
      case DE -> Locale.GERMAN;
      case EN -> Locale.ENGLISH;
    };
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
