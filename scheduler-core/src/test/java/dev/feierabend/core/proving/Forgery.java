package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import java.util.ArrayList;
import java.util.List;

/// A history that was changed.
///
/// @param from the number of the first commit that is another than it was
record Forgery(String what, long from, List<Commit> commits) {
  Forgery {
    commits = List.copyOf(commits);
  }

  static Forgery dropped(List<Commit> history, long number) {
    var left = new ArrayList<>(history);
    left.remove((int) number - 1);
    return new Forgery("without %d".formatted(number), number, left);
  }

  /// Commit `number` changes places with the next.
  static Forgery swapped(List<Commit> history, long number) {
    var moved = new ArrayList<>(history);
    moved.add((int) number, moved.remove((int) number - 1));
    return new Forgery("%d behind the next".formatted(number), number, moved);
  }

  static Forgery doubled(List<Commit> history, long number) {
    var more = new ArrayList<>(history);
    more.add((int) number, history.get((int) number - 1));
    return new Forgery("%d twice".formatted(number), number + 1, more);
  }

  /// The commit says something else; its hashes aren't made anew.
  static Forgery replaced(List<Commit> history, long number) {
    var other = new ArrayList<>(history);
    other.set((int) number - 1, altered(history.get((int) number - 1)));
    return new Forgery("%d altered".formatted(number), number, other);
  }

  private static Commit altered(Commit commit) {
    var body = commit.body().replaceFirst("\"metaData\":\\{", "\"metaData\":{\"forged\":\"yes\"");
    return new Commit(commit.header(), commit.sealed(), commit.hash(), body);
  }

  /// Up to `last` one history, from there on another.
  static Forgery spliced(List<Commit> history, long last, List<Commit> other) {
    var both = new ArrayList<>(history.subList(0, (int) last));
    both.addAll(other.subList((int) last, other.size()));
    return new Forgery("another behind %d".formatted(last), last + 1, both);
  }

  /// Every one of each kind.
  static List<Forgery> all(List<Commit> history, List<Commit> other) {
    var all = new ArrayList<Forgery>();
    for (long number = 1; number <= history.size(); number++) {
      all.add(dropped(history, number));
      all.add(doubled(history, number));
      all.add(replaced(history, number));
      if (number < history.size()) {
        all.add(swapped(history, number));
        all.add(spliced(history, number, other));
      }
    }
    return all;
  }

  /// Every commit linked anew, as somebody without any key can.
  Forgery relinked() {
    return new Forgery(what, from, Forger.relinked(commits));
  }

  /// And lists of heads and signatures made anew with somebody's own key.
  Forgery signed(CheckpointSigner own) {
    return new Forgery(what, from, Forger.signed(commits, own));
  }
}
