package dev.feierabend.policies.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/// The word that somebody probably meant: the one with the fewest letters wrong, missing, too many
/// or exchanged, whatever their case. About one slip in three letters is believed; a word farther
/// off would be a guess, and a guess in a fault misleads.
public final class Nearest {
  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 2_000;

  private record Candidate(String word, int distance) {}

  private Nearest() {}

  /// Empty where no word is near enough. Among equals, the first of the alphabet, so that the same
  /// document always has the same faults.
  public static Optional<String> to(String meant, Collection<String> words) {
    if (meant.isEmpty() || meant.length() > LONGEST || words.size() > MOST_WORDS) {
      return Optional.empty();
    }
    int slips = Math.max(1, meant.length() / 3);
    var distance = new DamerauLevenshteinDistance(slips);
    String plain = plain(meant);
    return words.stream()
        .filter(word -> Math.abs(word.length() - meant.length()) <= slips)
        .map(word -> new Candidate(word, distance.apply(plain, plain(word))))
        .filter(candidate -> candidate.distance() >= 0)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /// As a fault ends: `; did you mean "Europe/Berlin"?`, or nothing.
  public static String hint(String meant, Collection<String> words) {
    return to(meant, words).map(Nearest::question).orElse("");
  }

  static String question(String word) {
    return "; did you mean \"" + word + "\"?";
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
