package dev.feierabend.core.journal;

import java.util.List;

/// What is wrong with a commit, as data. `values` are what its sentence names: a number, an owner,
/// an aggregate.
public record Flaw(Kind kind, List<String> values) {
  /// What can be wrong, in the order in which it is looked for.
  public enum Kind {
    /// Its bytes are no commit.
    UNREADABLE,
    NOT_CANONICAL,
    OTHER_HASH,
    OTHER_BODY,
    /// Values: the number that it says it has.
    OTHER_NUMBER,
    OTHER_PREDECESSOR,
    /// Values: the owner whose commit before it is another.
    OTHER_OWN_PREDECESSOR,
    EARLIER_THAN_PREDECESSOR,
    NO_EVENTS,
    /// Values: the event's number, its aggregate, the number that is due.
    HOLE,
    /// It isn't the one that was acknowledged last.
    REPLACED,
    CHECKPOINT_UNREADABLE,
    CHECKPOINT_OF_ANOTHER_KEY,
    CHECKPOINT_OF_ANOTHER_HISTORY,
    /// Its list of heads is not that of the owners' last commits.
    OTHER_HEADS,
    /// Its new key was not signed by the key that counted until then.
    KEY_CHANGE_UNSIGNED,
    /// It has no events, and no archive that the history names may hold them.
    EVENTS_REMOVED,
    /// The archive that it names doesn't follow the one before, or isn't signed.
    ARCHIVE_MISPLACED,
    /// Values: how many commits were acknowledged.
    MISSING,
    /// The store doesn't open any more, and what is left of it lacks this commit.
    LOST_WITH_STORE,
    /// The store doesn't open any more. Values: how many commits are unharmed in it, all of them.
    STORE_CLOSED
  }

  public Flaw {
    values = List.copyOf(values);
  }

  public static Flaw of(Kind kind, Object... values) {
    return new Flaw(kind, List.of(values).stream().map(Object::toString).toList());
  }
}
