package dev.feierabend.app.demo;

import dev.feierabend.app.words.Phrases;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The week as lines: a heading a day, a line a step group, a bar of hosts on by hour.
final class Timeline {
  private static final String BARS = " ▁▂▃▄▅▆▇█";

  private final PrintWriter out;
  private final Phrases phrases;
  private final DateTimeFormatter day;
  private final DateTimeFormatter clock;
  private final String who;

  /// @param who sleeps and wakes: the first part of the phrases' keys
  Timeline(PrintWriter out, Phrases phrases, Locale locale, String who) {
    this.who = who;
    this.out = out;
    this.phrases = phrases;
    this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale).withZone(ThreeTowns.ZONE);
    this.clock = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(ThreeTowns.ZONE);
  }

  void day(Instant begins) {
    out.printf("%n%s%n", day.format(begins));
  }

  void stretch(String key, Stretch stretch) {
    if (stretch.quiet()) {
      return;
    }
    out.printf("  %s%n", phrases.of(key));
    var lines = new ArrayList<Line>();
    stretch
        .counts()
        .forEach((group, count) ->
            lines.add(
                new Line(
                    count.first(),
                    "–" + clock.format(count.last()),
                    phrases.of(who + "-" + group.word, count.times()))));
    stretch.remarks().forEach(remark -> lines.add(new Line(remark.at(), "", remark.sentence())));
    lines.stream()
        .sorted(Comparator.comparing(Line::at))
        .forEach(line ->
            out.printf("    %s%-6s  %s%n", clock.format(line.at()), line.until(), line.text()));
  }

  private record Line(Instant at, String until, String text) {}

  /// Hosts on, an hour a column.
  ///
  /// @param label the key of what stands before it
  void bar(String label, List<Integer> hostsOn, int hosts) {
    var bar = new StringBuilder();
    hostsOn.forEach(on -> bar.append(BARS.charAt(eighths(on, hosts))));
    out.printf(
        "  %s  |%s|  %s%n",
        phrases.of(label),
        bar,
        phrases.of(
            "least-and-most",
            hostsOn.stream().min(Integer::compare).orElse(0),
            hostsOn.stream().max(Integer::compare).orElse(0),
            hosts));
  }

  private static int eighths(int on, int hosts) {
    return hosts == 0 ? 0 : (int) Math.ceil(8.0 * on / hosts);
  }
}
