package dev.feierabend.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.naming.NamingCommand.ErasePerson;
import dev.feierabend.core.naming.NamingCommand.NamePerson;
import dev.feierabend.core.naming.NamingEvent.PersonErased;
import dev.feierabend.core.naming.NamingEvent.PersonNamed;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NamingStateTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final ActorId PETRA = new ActorId("actor-17");
  private static final ActorId OFFICER = new ActorId("actor-1");
  private final NamingState named = NamingState.none().evolve(new PersonNamed(PETRA, "c0", NOW));
  private final NamingState erased = named.evolve(new PersonErased(PETRA, OFFICER, NOW));

  @Test
  void aNameIsBoundOnceAndAnotherNameAgain() {
    assertThat(NamingState.none().decide(new NamePerson(PETRA, "c0", NOW)))
        .isEqualTo(Decision.of(new PersonNamed(PETRA, "c0", NOW)));
    assertThat(named.decide(new NamePerson(PETRA, "c0", NOW))).isEqualTo(Decision.nothing());
    assertThat(named.decide(new NamePerson(PETRA, "c1", NOW)))
        .isEqualTo(Decision.of(new PersonNamed(PETRA, "c1", NOW)));
  }

  @Test
  void whoHasANameIsErasedOnce() {
    assertThat(named.decide(new ErasePerson(PETRA, OFFICER, NOW)))
        .isEqualTo(Decision.of(new PersonErased(PETRA, OFFICER, NOW)));
    assertThat(erased.decide(new ErasePerson(PETRA, OFFICER, NOW))).isEqualTo(Decision.nothing());
  }

  @Test
  void anErasedPseudonymIsNobodysForGood() {
    refused("person-erased", erased.decide(new NamePerson(PETRA, "c2", NOW)));
  }

  @Test
  void whoHasNoNameCannotBeErased() {
    refused("no-person", NamingState.none().decide(new ErasePerson(PETRA, OFFICER, NOW)));
  }

  private static void refused(String code, Decision decision) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
  }
}
