package dev.feierabend.core.acting;

import dev.feierabend.core.planning.Make;
import java.util.List;

/// What a host is told to be, and what it was when it last was seen to wake.
///
/// @param told by now
/// @param off when it was last seen off, which is what it woke as
/// @param proven when it last came back in time
public record Makes(Make told, Make off, Make proven) {
  static final Makes UNTOLD = new Makes(Make.UNTOLD, Make.UNTOLD, Make.UNTOLD);

  /// Of what is told for the first time nobody knows that it was otherwise when it woke.
  Makes told(Make now) {
    return new Makes(now, off.or(now), proven.or(now));
  }

  Makes switchedOff() {
    return new Makes(told, told, proven);
  }

  Makes back() {
    return new Makes(told, off, off);
  }

  /// What has changed since it was seen to wake.
  List<Make.Change> changes() {
    return proven.changes(told);
  }
}
