package dev.feierabend.core.journal;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.journal.TallyCommand.AddForTwo;
import dev.feierabend.core.journal.TallyCommand.AddTwice;
import dev.feierabend.core.journal.TallyEvent.Added;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

final class TallyAggregate extends JournalAggregate<TallyAggregate.Tally> {
  static final Owner OWNER = Owner.of(new TenantId("ahausen"));

  record Tally(long sum) {}

  TallyAggregate() {
    super(new Tally(0));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(TallyCommand command) {
    return record(command, decide(command));
  }

  private Decision decide(TallyCommand command) {
    long sum = state().sum();
    return switch (command) {
      case Add(_, int amount) when sum + amount > 1_000_000 ->
          Decision.reject(
              "TOO_MUCH", "Expected at most 1000000 but %d and %d are more".formatted(sum, amount));
      case Add(var tally, int amount) -> Decision.of(new Added(OWNER, tally, amount));
      case AddTwice(var tally, int amount) ->
          Decision.of(new Added(OWNER, tally, amount), new Added(OWNER, tally, amount));
      case AddForTwo(var tally) ->
          Decision.of(new Added(OWNER, tally, 1), new Added(Owner.OPERATOR, tally, 1));
    };
  }

  @EventSourcingHandler
  void on(TallyEvent event) {
    switch (event) {
      case Added(_, _, int amount) -> happened(event, new Tally(state().sum() + amount));
    }
  }
}
