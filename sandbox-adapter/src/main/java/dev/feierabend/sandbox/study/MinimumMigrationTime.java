package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.List;

/// The published methods (Beloglazov and Buyya 2012) as CloudSim 3.0.3 carries them out: overloaded
/// hosts lose guests of least memory until they aren't, each goes where watts rise least, and hosts
/// are emptied from the least loaded on as long as everybody on them finds room.
final class MinimumMigrationTime implements Method {
  private final Overload overload;

  MinimumMigrationTime(Overload overload) {
    this.overload = overload;
  }

  @Override
  public boolean ofCloudSim() {
    return true;
  }

  @Override
  public List<Integer> place(Seen seen) {
    return new PowerAwareBestFit(seen, overload.firstShare()).place();
  }

  @Override
  public List<Move> decide(Seen seen) {
    var step = new MigrationStep(seen, overload);
    List<Integer> overloaded = step.overloaded();
    List<Integer> leaving = new ArrayList<>();
    overloaded.forEach(host -> leaving.addAll(step.relieve(host)));
    step.sendAway(leaving, overloaded);
    step.emptyUnderloaded(overloaded);
    return step.moves();
  }
}
