package dev.feierabend.core.proving.evidence;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// How a package isn't what it says.
///
/// @param values what the kind's sentence names
public record Fault(Kind kind, List<String> values) {
  private static final String BUNDLE = "dev.feierabend.core.proving.evidence.faults";

  /// What can be wrong.
  public enum Kind {
    /// Values: the member's name, in these four.
    MEMBER_MISSING,
    MEMBER_UNLISTED,
    MEMBER_CHANGED,
    MEMBER_UNREADABLE,
    /// The list of members is not in its one form.
    MANIFEST_CHANGED,
    /// Values: the number of the last one that can be read.
    COMMIT_UNREADABLE,
    /// Values: the number; it stands where another should, or outside of what the package is about.
    COMMIT_MISPLACED,
    /// Values: the number; the commit before it, of the same owner or of all, is missing.
    COMMIT_BEFORE_MISSING,
    /// Values: the number; the signed tree has another commit there.
    COMMIT_NOT_IN_TREE,
    /// Values: the last own commit's number; the signed list of heads has another one.
    LAST_MISSING,
    /// The checkpoint is none.
    CHECKPOINT_UNREADABLE,
    /// There is none, although the key says that there should be, or other members do.
    CHECKPOINT_MISSING,
    /// It was not signed by the key that counts. Values: that key's id.
    CHECKPOINT_UNSIGNED,
    /// The key in the package is not the one that signs. Values: the member.
    OTHER_KEY,
    /// The key before didn't sign this one. Values: the member.
    KEY_CHANGE_UNSIGNED,
    /// Values: the member; it isn't what follows from the leaves.
    TILE,
    /// The leaves don't give the root that was signed.
    ROOT,
    /// Values: the member; it isn't others' word on this checkpoint.
    WORD,
    /// Values: the member; the history in the package records another, none, or one that is
    /// missing.
    MEMBER_NOT_RECORDED,
    /// Values: the digest; the document is missing, or another.
    POLICY
  }

  public Fault {
    values = List.copyOf(values);
  }

  static Fault of(Kind kind, Object... values) {
    return new Fault(kind, List.of(values).stream().map(Object::toString).toList());
  }

  /// A sentence without its full stop; German for a German locale, English for every other.
  public String told(Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return MessageFormat.format(bundle.getString(kind.name()), values.toArray());
  }
}
