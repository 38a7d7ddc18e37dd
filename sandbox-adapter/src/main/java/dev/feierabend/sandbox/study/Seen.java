package dev.feierabend.sandbox.study;

import java.util.List;

/// What a method may know: samples up to now, who runs where, and what everybody was sold. It holds
/// no others, so the future can't be asked for.
final class Seen {
  /// How many samples CloudSim's methods look back on.
  static final int LOOK_BACK = 30;

  private final List<GuestKind> kinds;
  private final Hosting hosting;
  private final boolean memoryBinds;
  private final double[][] recent;
  private int samples;

  Seen(List<GuestKind> kinds, Hosting hosting, boolean memoryBinds) {
    this.kinds = kinds;
    this.hosting = hosting;
    this.memoryBinds = memoryBinds;
    recent = new double[LOOK_BACK][kinds.size()];
  }

  /// @param shares one of each guest, newer than all before
  void show(double[] shares) {
    recent[samples % LOOK_BACK] = shares.clone();
    samples++;
  }

  /// How many samples of each guest were shown so far.
  int samples() {
    return samples;
  }

  int guests() {
    return kinds.size();
  }

  GuestKind kind(int guest) {
    return kinds.get(guest);
  }

  /// MIPS by the newest sample; none where there was none yet.
  double demand(int guest) {
    return share(guest, 0) * kinds.get(guest).mips();
  }

  /// The sample `back` steps ago, of at most 30; 0 where there was none yet.
  double share(int guest, int back) {
    return back < samples ? recent[(samples - 1 - back) % LOOK_BACK][guest] : 0;
  }

  /// False once CloudSim has taken it away.
  boolean here(int guest) {
    return hosting.host(guest) != Hosting.NOWHERE;
  }

  int host(int guest) {
    return hosting.host(guest);
  }

  /// In order of arrival.
  List<Integer> on(int host) {
    return hosting.on(host);
  }

  /// Whether guests may be sent there: it is on, or has been off long enough.
  boolean open(int host) {
    return hosting.open(host);
  }

  boolean memoryBinds() {
    return memoryBinds;
  }

  /// Whether a guest's memory fits beside so much that is used.
  boolean hasMemory(int usedMb, int guest) {
    return !memoryBinds || usedMb + kinds.get(guest).memoryMb() <= Park.MEMORY_MB;
  }
}
