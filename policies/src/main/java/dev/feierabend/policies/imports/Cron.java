package dev.feierabend.policies.imports;

import dev.feierabend.policies.yaml.Scalars;
import java.util.BitSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A field of a cron line: `*`, `5`, `1-5`, each perhaps with `/step`, and lists of these. A step
/// behind a single value goes on to the largest, as kube-green's cron library has it.
final class Cron {
  private static final String PART = "(?:\\*|\\d{1,2}(?:-\\d{1,2})?)(?:/\\d{1,2})?";
  private static final Pattern LIST = Pattern.compile(PART + "(?:," + PART + ")*");
  private static final Pattern PARTS =
      Pattern.compile("(?:(\\*)|(\\d{1,2})(?:-(\\d{1,2}))?)(?:/(\\d{1,2}))?");

  private Cron() {}

  /// The values from 0 to `largest` that `field` names.
  static BitSet values(String field, int largest) {
    Matcher parts = PARTS.matcher(Scalars.matching(LIST, field));
    var values = new BitSet();
    parts.results().forEach(part -> add(part, largest, values));
    return values;
  }

  private static void add(MatchResult part, int largest, BitSet values) {
    int from = number(part.group(2), 0);
    int step = number(part.group(4), 1);
    boolean open = part.group(1) != null || (part.group(3) == null && part.group(4) != null);
    int to = open ? largest : number(part.group(3), from);
    if (from > to || to > largest || step == 0) {
      throw new IllegalArgumentException(part.group());
    }
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
