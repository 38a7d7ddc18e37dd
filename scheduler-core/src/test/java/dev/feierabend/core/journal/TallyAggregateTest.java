package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.TallyAggregate.OWNER;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.journal.TallyEvent.Added;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/// How an aggregate is tested with Axon's fixture: commands take the journal's route.
class TallyAggregateTest {
  private final AggregateTestFixture<TallyAggregate> fixture =
      new AggregateTestFixture<>(TallyAggregate.class);

  TallyAggregateTest() {
    fixture.registerCommandTargetResolver(new CommandRoute());
  }

  @Test
  void givenNothingWhenAddedThenItHappened() {
    fixture
        .givenNoPriorActivity()
        .when(CommandRoute.message(new Add("cats", 3)))
        .expectEvents(new Added(OWNER, "cats", 3));
  }

  @Test
  void givenMuchWhenTooMuchIsAddedThenNothingHappens() {
    fixture
        .given(new Added(OWNER, "cats", 999_999))
        .when(CommandRoute.message(new Add("cats", 2)))
        .expectNoEvents();
  }
}
