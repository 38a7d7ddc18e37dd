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
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;

final class TallyAggregate {
  static final Owner OWNER = Owner.of(new TenantId("ahausen"));

  @AggregateIdentifier private String id;
  private long sum;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(TallyCommand command) {
    var decision = decide(command);
    if (decision instanceof Decision.Accepted(var events)) {
      events.forEach(AggregateLifecycle::apply);
    }
    return decision;
  }

  private Decision decide(TallyCommand command) {
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
    id = event.aggregate();
    switch (event) {
      case Added(_, _, int amount) -> sum += amount;
    }
  }
}
