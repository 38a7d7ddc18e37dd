package dev.feierabend.app.house;

import dev.feierabend.app.house.Checkout.Source;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What every file keeps to; each law names the files that break it.
final class FileLaws {
  private static final Pattern SLEEP =
      Pattern.compile("\\bThread\\s*\\.\\s*sleep\\b|\\bTimeUnit\\.\\w+\\.sleep\\b");
  private static final Pattern SYSTEM_CLOCK =
      Pattern.compile(
          "\\b(Instant|Local(Date|Time|DateTime)|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\("
              + "|\\bSystem\\.currentTimeMillis\\(|\\b(Clock|InstantSource)\\.system");

  private FileLaws() {}

  static List<String> thatSleep(List<Source> sources) {
    return matching(sources, SLEEP);
  }

  static List<String> thatReadTheSystemsClock(List<Source> sources) {
    return matching(sources, SYSTEM_CLOCK);
  }

  /// Packages without a `package-info.java` that marks them.
  static Set<String> unmarkedPackages(List<Source> sources) {
    var packages = new TreeSet<String>();
    sources.forEach(source -> packages.add(source.packageName()));
    sources.stream()
        .filter(Source::describesPackage)
        .filter(source -> source.text().contains("@NullMarked"))
        .forEach(source -> packages.remove(source.packageName()));
    return packages;
  }

  /// How many lines the file at this share of all files has, package descriptions left out: they
  /// would only flatter.
  static int linesAt(double share, Collection<Source> sources) {
    List<Integer> lines =
        sources.stream()
            .filter(source -> !source.describesPackage())
            .map(Source::lines)
            .sorted()
            .toList();
    return lines.get((int) Math.ceil(share * lines.size()) - 1);
  }

  private static List<String> matching(List<Source> sources, Pattern pattern) {
    return sources.stream()
        .filter(source -> pattern.matcher(source.text()).find())
        .map(source -> source.path().toString())
        .toList();
  }
}
