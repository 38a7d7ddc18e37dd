package dev.feierabend.app.cli;

import dev.feierabend.policies.feed.CalendarFeed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// When a policy sleeps and wakes, each line with its reason.
@Command(name = "explain", description = "Tells when a policy sleeps and wakes, and why.")
final class PolicyExplainCommand implements Callable<Integer> {
  private static final int A_WEEK = 7;
  private static final int A_YEAR = 365;

  @Spec CommandSpec spec;
  @Mixin Form form = new Form();
  @Mixin Period period = new Period();
  @Mixin CalendarFiles calendars = new CalendarFiles();

  @Parameters(paramLabel = "FILE", description = "The policy.")
  Path file = Path.of("");

  @Option(
      names = "--ical",
      paramLabel = "FILE",
      description = "Writes an iCalendar for Outlook and others instead; - for standard output.")
  @Nullable String ical;

  @Override
  public Integer call() {
    SchedulePolicy policy =
        Inputs.valid(SchedulePolicyParser.parse(file.toString(), Inputs.bytes(file)));
    if (ical == null) {
      tell(policy, Languages.of(spec), period.in(policy.zone(), A_WEEK));
    } else {
      write(feed(policy, Languages.of(spec), period.in(policy.zone(), A_YEAR)), ical);
    }
    return Exit.GOOD;
  }

  private void tell(SchedulePolicy policy, Locale locale, Period.Span span) {
    List<ExplainedTransition> explained =
        calendars.evaluation().between(policy, span.from().minusMillis(1), span.to()).stream()
            .map(transition -> ExplainedTransition.of(transition, policy, locale))
            .toList();
    if (form.json) {
      form.print(explained);
    } else {
      explained.forEach(one -> spec.commandLine().getOut().println(one.line(locale)));
    }
  }

  /// The same days make the same bytes: the edition is stamped with the first of them.
  private String feed(SchedulePolicy policy, Locale locale, Period.Span span) {
    String tenants =
        policy.tenants().stream().map(TenantId::value).collect(Collectors.joining("+"));
    return new CalendarFeed(
            calendars.evaluation(), tenants + "/" + policy.name(), locale, span.from())
        .of(List.of(policy), span.from(), span.to());
  }

  private void write(String calendar, String target) {
    if (target.equals("-")) {
      spec.commandLine().getOut().print(calendar);
    } else {
      Outputs.write(Path.of(target), calendar);
    }
  }
}
