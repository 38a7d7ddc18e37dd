package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A host's guests while a CloudSim method tries what goes where, with their sums.
final class HostTally {
  private final Outlook outlook;
  private final HostModel model;
  private final List<Integer> guests;
  private final double wattsBefore;
  private final double shareBefore;
  private double demand;
  private double capped;
  private double predicted;
  private int history;
  private int memoryMb;

  HostTally(Outlook outlook, int host) {
    this.outlook = outlook;
    model = Park.model(host);
    guests = new ArrayList<>(outlook.seen().on(host));
    count();
    wattsBefore = model.watts(used());
    shareBefore = used() / model.capacity();
  }

  private void count() {
    demand = 0;
    capped = 0;
    predicted = 0;
    history = 0;
    memoryMb = 0;
    guests.forEach(this::count);
  }

  private void count(int guest) {
    demand += outlook.demand(guest);
    capped += Math.min(outlook.demand(guest), model.core());
    predicted += outlook.predicted(guest);
    history = Math.max(history, outlook.history(guest));
    memoryMb += outlook.seen().kind(guest).memoryMb();
  }

  void add(int guest) {
    guests.add(guest);
    count(guest);
  }

  void remove(int guest) {
    guests.remove(Integer.valueOf(guest));
    count();
  }

  List<Integer> guests() {
    return guests;
  }

  HostModel model() {
    return model;
  }

  Seen seen() {
    return outlook.seen();
  }

  double demandWith(OptionalInt one) {
    return demand + (one.isPresent() ? outlook.demand(one.getAsInt()) : 0);
  }

  double predictedWith(OptionalInt one) {
    return predicted + (one.isPresent() ? outlook.predicted(one.getAsInt()) : 0);
  }

  int historyWith(OptionalInt one) {
    return one.isPresent() ? Math.max(history, outlook.history(one.getAsInt())) : history;
  }

  /// MIPS that it gives.
  double used() {
    return Math.min(model.capacity(), capped);
  }

  /// How busy it was before anything was tried.
  double shareBefore() {
    return shareBefore;
  }

  /// CloudSim's rule of room: a core's MIPS for the guest, and as many free.
  boolean fits(int guest) {
    double asked = outlook.demand(guest);
    return asked <= model.core()
        && model.capacity() - used() >= asked
        && outlook.seen().hasMemory(memoryMb, guest);
  }

  /// How many watts more than before this step it would burn with the guest.
  double rise(int guest) {
    return model.watts(used() + outlook.demand(guest)) - wattsBefore;
  }
}
