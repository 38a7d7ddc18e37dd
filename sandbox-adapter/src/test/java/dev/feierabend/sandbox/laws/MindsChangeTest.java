package dev.feierabend.sandbox.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A customer changes its mind in the middle of the night, between two looks.
class MindsChangeTest {
  private static final Instant AFTERNOON = ThreeTowns.START.plus(Duration.ofHours(16));
  private static final Instant NIGHT = ThreeTowns.START.plus(Duration.ofSeconds(83_840));
  private static final Duration BACK = Duration.ofMinutes(15);
  private static final TenantId AHAUSEN = new TenantId("ahausen");
  private static final TenantId BERGSTADT = new TenantId("bergstadt");
  private static final ActorId AUTHOR = new ActorId("actor-17");
  private static final ActorId CUSTOMER = new ActorId("actor-4");

  private final ThreeTowns towns = new ThreeTowns(6, 1);
  private final NightWorld world =
      new NightWorld(fleet(), AFTERNOON, Faults.NONE, new Luck(1), Long.MAX_VALUE);

  @Test
  void aWithdrawalWakesWhatSleepsAtOnceAndNobodyElse() {
    wakesAtOnce(new WithdrawPolicy(AgreementId.of(AHAUSEN, "rathaus"), CUSTOMER, "no", NIGHT));
  }

  @Test
  void anOverrideWakesWhatSleepsAtOnceAndNobodyElse() {
    Instant until = NIGHT.plus(Duration.ofHours(2));
    wakesAtOnce(
        new GrantOverride(
            AHAUSEN, Set.of(), until, CUSTOMER, "council", NIGHT, Duration.ofDays(1)));
  }

  private void wakesAtOnce(Command change) {
    towns.proposals().forEach(this::agree);
    world.live(NIGHT);
    assertThat(asleep(AHAUSEN)).isNotEmpty();
    assertThat(asleep(BERGSTADT)).isNotEmpty();
    int before = issued().size();

    world.send(change);
    world.live(NIGHT);

    assertThat(issued().subList(before, issued().size()))
        .isNotEmpty()
        .allMatch(issued -> issued.at().equals(NIGHT));
    world.live(NIGHT.plus(BACK));
    assertThat(asleep(AHAUSEN)).isEmpty();
    assertThat(asleep(BERGSTADT)).isNotEmpty();
  }

  private List<ActionIssued> issued() {
    return world.evidence().issued().toList();
  }

  private List<Workload> asleep(TenantId tenant) {
    return world.centre.observe().workloads().stream()
        .filter(workload -> workload.tenant().equals(tenant) && workload.asleep())
        .toList();
  }

  private void agree(ThreeTowns.Proposal proposal) {
    var agreement = AgreementId.of(proposal.tenant(), proposal.name());
    String document = proposal.document();
    String digest = Document.of(document.getBytes(StandardCharsets.UTF_8)).digest();
    world.send(new ProposePolicy(agreement, document, AUTHOR, AFTERNOON, Optional.empty()));
    world.send(new ApprovePolicy(agreement, digest, CUSTOMER, AFTERNOON));
  }

  private Fleet fleet() {
    byte[] bytes = towns.fleet().getBytes(StandardCharsets.UTF_8);
    return switch (FleetParser.parse("fleet", bytes)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults);
    };
  }
}
