package dev.feierabend.app.cli;

import dev.feierabend.app.waking.Fate;
import dev.feierabend.app.waking.Watchman.Seen;
import dev.feierabend.app.waking.Word;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/// What `wake` tells people: a line a host as soon as it is known, and what is left at the end.
final class WakeLines {
  private final PrintWriter out;
  private final Phrases phrases;
  private final DateTimeFormatter clock;

  WakeLines(PrintWriter out, Locale locale, ZoneId zone) {
    this.out = out;
    this.phrases = Phrases.ofCommands(locale);
    this.clock = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", locale).withZone(zone);
  }

  void head(WakeList list, int hosts) {
    say(phrases.of("wake-head", list.name(), clock.format(list.written()), hosts));
  }

  void exported(WakeExport export) {
    say(phrases.of("wake-exported", export.list().hosts().size()));
    if (!export.missing().isEmpty()) {
      say(phrases.of("wake-missing", String.join(", ", export.missing())));
    }
  }

  void fate(Sleeper host, Fate fate) {
    switch (fate) {
      case Fate.WasOn _ -> line("ok", host, phrases.of("wake-was-on"));
      case Fate.Woken(var after) -> line("ok", host, phrases.of("wake-woken", after.toSeconds()));
      case Fate.Sent _ -> line("warn", host, phrases.of("wake-sent"));
      case Fate.Left(var because) -> line("LEFT", host, left(host, because));
    }
  }

  private String left(Sleeper host, String because) {
    return host.readyBy()
        .map(needed -> phrases.of("wake-left-needed", clock.format(needed), because))
        .orElse(because);
  }

  /// Those that are left, and the sum.
  void end(Map<Sleeper, Fate> fates) {
    fates.forEach((host, fate) -> {
      if (fate instanceof Fate.Left) {
        fate(host, fate);
      }
    });
    Collection<Fate> all = fates.values();
    say(
        phrases.of(
            "wake-sum",
            count(all, Fate.Woken.class),
            count(all, Fate.WasOn.class),
            count(all, Fate.Sent.class),
            count(all, Fate.Left.class)));
    if (!all.isEmpty()) {
      say(phrases.of("wake-rest"));
    }
  }

  private static long count(Collection<Fate> all, Class<? extends Fate> kind) {
    return all.stream().filter(kind::isInstance).count();
  }

  void seen(Seen seen) {
    Sleeper host = seen.host();
    switch (seen.word()) {
      case Word.On _ -> line("ok", host, phrases.of("wake-is-on"));
      case Word.Off _, Word.Taken _ ->
          line("ok", host, phrases.of(host.control().wakesOnly() ? "wake-blind" : "wake-is-off"));
      case Word.Failed(var because) -> line("LEFT", host, left(host, because));
    }
  }

  private void line(String mark, Sleeper host, String what) {
    say("%-5s %-20s  %s".formatted(mark, host.name(), what));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
