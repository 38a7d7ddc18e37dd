package dev.feierabend.app.silencing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The matchers of one silence as the settings write them, in Alertmanager's own way, with what is
/// particular to who sleeps in braces: `namespace="{{namespace}}", {{kind}}="{{name}}"`. In a
/// regular expression what is filled in stands for itself.
final class Template {
  private static final Pattern LABEL =
      Pattern.compile("((?:[a-zA-Z_]|\\{\\{[a-z]+\\}\\})(?:[a-zA-Z0-9_]|\\{\\{[a-z]+\\}\\})*)");
  private static final Pattern ONE =
      Pattern.compile("\\s*" + LABEL + "\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(,|$)");
  private static final Pattern BLANK = Pattern.compile("\\{\\{([a-z]+)\\}\\}");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

  private final String text;
  private final List<LabelMatcher> matchers;

  private Template(String text, List<LabelMatcher> matchers) {
    this.text = text;
    this.matchers = List.copyOf(matchers);
  }

  /// @param known what can be filled in
  /// @throws IllegalArgumentException where it isn't written so, or would silence everybody's
  ///   alerts
  static Template parse(String text, Set<String> known) {
    var matchers = new ArrayList<LabelMatcher>();
    var reading = ONE.matcher(text);
    int end = 0;
    while (end < text.length() && reading.region(end, text.length()).lookingAt()) {
      matchers.add(matcher(reading.toMatchResult()));
      end = reading.end();
    }
    if (matchers.isEmpty() || end < text.length() || text.stripTrailing().endsWith(",")) {
      throw new IllegalArgumentException(
          "Expected matchers like node=\"{{node}}\", severity!=\"critical\" but found '%s'"
              .formatted(text));
    }
    var template = new Template(text, matchers);
    template.check(known);
    return template;
  }

  private static LabelMatcher matcher(MatchResult found) {
    String operator = found.group(2);
    String value = found.group(3).replaceAll("\\\\(.)", "$1");
    return new LabelMatcher(
        found.group(1), value, operator.endsWith("~"), !operator.startsWith("!"));
  }

  private void check(Set<String> known) {
    BLANK
        .matcher(text)
        .results()
        .map(blank -> blank.group(1))
        .filter(blank -> !known.contains(blank))
        .findFirst()
        .ifPresent(blank -> {
          throw new IllegalArgumentException(
              "Expected one of %s in braces but found {{%s}} in '%s'"
                  .formatted(new TreeSet<>(known), blank, text));
        });
    if (matchers.stream()
        .noneMatch(matcher -> matcher.isEqual() && BLANK.matcher(matcher.value()).find())) {
      throw new IllegalArgumentException(
          "Expected a matcher by = or =~ that tells who sleeps, for example node=\"{{node}}\", in '%s'; without one everybody's alerts would be silenced"
              .formatted(text));
    }
  }

  /// Empty where something is to be filled in that isn't known of who sleeps.
  Optional<SortedSet<LabelMatcher>> fill(Map<String, String> names) {
    if (!BLANK.matcher(text).results().allMatch(blank -> names.containsKey(blank.group(1)))) {
      return Optional.empty();
    }
    var filled = new TreeSet<LabelMatcher>();
    for (LabelMatcher matcher : matchers) {
      String name = filled(matcher.name(), names, false).replaceAll("[^a-zA-Z0-9_]", "_");
      String value = filled(matcher.value(), names, matcher.isRegex());
      filled.add(new LabelMatcher(name, value, matcher.isRegex(), matcher.isEqual()));
    }
    return Optional.of(Collections.unmodifiableSortedSet(filled));
  }

  private static String filled(String text, Map<String, String> names, boolean regex) {
    return BLANK
        .matcher(text)
        .replaceAll(blank -> {
          String name = names.getOrDefault(blank.group(1), "");
          String literal = regex ? SPECIAL.matcher(name).replaceAll("\\\\$0") : name;
          return Matcher.quoteReplacement(literal);
        });
  }

  @Override
  public String toString() {
    return text;
  }
}
