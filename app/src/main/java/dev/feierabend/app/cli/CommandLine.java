package dev.feierabend.app.cli;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.sandbox.load.UnreadableTrace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Runs one command: its answer on `out`, errors as sentences on `err`, and the exit code.
public final class CommandLine {
  private final picocli.CommandLine line;
  private final FeierabendCommand root = new FeierabendCommand();

  CommandLine(PrintWriter out, PrintWriter err) {
    line =
        new picocli.CommandLine(root)
            .setOut(out)
            .setErr(err)
            .registerConverter(LocalDate.class, new TypedDate())
            .registerConverter(LocalDateTime.class, new TypedTime())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .registerConverter(TenantId.class, TenantId::new)
            .registerConverter(PoolId.class, PoolId::new)
            .registerConverter(ActorId.class, ActorId::new)
            .registerConverter(KeyName.class, KeyName::new)
            .registerConverter(InetSocketAddress.class, new TypedAddress())
            .registerConverter(AgreementId.class, new TypedAgreement())
            .registerConverter(TypedMoment.class, new TypedMoment.Converter())
            .registerConverter(ZoneId.class, Words.ZONE.parse()::apply)
            .setParameterExceptionHandler((e, _) -> usage(e))
            .setExecutionExceptionHandler((e, _, _) -> failed(e));
  }

  /// On the process's own streams, in UTF-8 whatever the locale.
  public static CommandLine standard() {
    return new CommandLine(writer(FileDescriptor.out), writer(FileDescriptor.err));
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), true);
  }

  public int run(String... args) {
    int exit = line.execute(args);
    line.getOut().flush();
    line.getErr().flush();
    return exit;
  }

  /// Reads a command without running it.
  ///
  /// @throws picocli.CommandLine.ParameterException where there is none such
  void parse(String... args) {
    line.parseArgs(args);
  }

  private int usage(picocli.CommandLine.ParameterException e) {
    line.getErr().println(e.getMessage());
    line.getErr().printf("See `%s --help`.%n", e.getCommandLine().getCommandSpec().qualifiedName());
    return Exit.USAGE;
  }

  private int failed(Exception e) {
    line.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
    if (root.debug) {
      e.printStackTrace(line.getErr());
    }
    return switch (e) {
      case Unreadable _, UnreadableTrace _, CorruptJournal _ -> Exit.USAGE;
      case Outage _ -> Exit.OUTAGE;
      default -> {
        line.getErr().println("This is a bug of Feierabend; --debug tells more.");
        yield Exit.OUTAGE;
      }
    };
  }
}
