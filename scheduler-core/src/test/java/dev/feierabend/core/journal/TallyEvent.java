package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;

sealed interface TallyEvent extends JournalEvent {
  String tally();

  @Override
  default String aggregate() {
    return "tally/" + tally();
  }

  record Added(Owner owner, String tally, int amount) implements TallyEvent {}
}
