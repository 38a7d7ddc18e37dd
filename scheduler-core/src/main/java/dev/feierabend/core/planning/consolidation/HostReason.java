package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Why a host is on or off: data, rendered as sentences elsewhere.
public sealed interface HostReason {

  /// Off: its `guests` fit on `carriers` until then, of whose scarcest resource `spare`, a
  /// fraction, is left.
  record Vacated(int guests, SortedSet<MachineId> carriers, Instant until, double spare)
      implements HostReason {
    public Vacated {
      carriers = Collections.unmodifiableSortedSet(new TreeSet<>(carriers));
    }
  }

  /// Off: it has no guests and nobody needs it until then.
  record Unneeded(Instant until) implements HostReason {}

  /// On: `guest`, for one, fits on no other host that is on.
  record Needed(GuestId guest) implements HostReason {}

  /// On: without it, the loss of `hosts` couldn't be borne.
  record Reserve(int hosts) implements HostReason {}

  /// On: a guest can't leave it.
  record Pinned(GuestId guest) implements HostReason {}

  /// On: somebody said so.
  record Kept(String because) implements HostReason {}

  /// On: nothing is known of its watts.
  record NoCurve() implements HostReason {}

  /// On: its guests could only leave by more moves than are allowed.
  record MoveLimit(GuestId guest) implements HostReason {}

  /// On: the budget ended before it was looked at.
  record NotLookedAt() implements HostReason {}

  /// On: what is left of the window is shorter than a host has to be off.
  record OffTime(Duration left, Duration minimum) implements HostReason {}

  /// On: off, it would save less than moves, boot and what the others took more cost.
  record WouldNotPayBack() implements HostReason {}

  /// On: it has been off so long that it's time to see it run.
  record Rotated(Instant offSince) implements HostReason {}

  /// On: not everything has room, so everything is on.
  record EverythingOn() implements HostReason {}

  /// Left as it is.
  record LeftAlone(String because) implements HostReason {}
}
