package dev.feierabend.core.leading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.leading.Leadership.Standing;
import dev.feierabend.core.leading.Leadership.Standing.Follows;
import dev.feierabend.core.leading.Leadership.Standing.Leads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What holds of every way to choose a leader. The clock that decides moves on while one asks.
public abstract class LeadershipContract {
  /// Doesn't end within a test, unless somebody asks again and again.
  protected static final Duration LONG = Duration.ofMinutes(5);

  protected static final Duration SHORT = Duration.ofSeconds(1);

  /// The highest term that is recorded.
  protected volatile long recorded;

  /// One of several replicas that all ask about the same leadership.
  protected abstract Leadership replica(String name, Duration lease);

  @Test
  void theFirstLeadsAndTheOtherFollowsItAndAskingAgainKeepsTheTerm() {
    var one = replica("one", LONG);
    var other = replica("other", LONG);

    assertThat(leads(one)).isEqualTo(1);
    assertThat(other.ask()).isEqualTo(new Follows("one", 1));
    assertThat(one.ask()).isInstanceOfSatisfying(Leads.class, it -> assertThat(it.term()).isOne());
  }

  @Test
  void whoResignsLetsTheNextOneLeadAtOnceInTheNextTerm() {
    var one = replica("one", LONG);
    var other = replica("other", LONG);
    leads(one);

    other.resign();
    assertThat(other.ask()).isEqualTo(new Follows("one", 1));

    one.resign();
    assertThat(other.ask())
        .isInstanceOfSatisfying(Leads.class, it -> assertThat(it.term()).isEqualTo(2));
    assertThat(one.ask()).isEqualTo(new Follows("other", 2));
  }

  @Test
  void aLeaseThatIsOverIsTheNextOnes() {
    leads(replica("one", SHORT));

    assertThat(leads(replica("other", LONG))).isEqualTo(2);
    assertThat(replica("one", LONG).ask()).isEqualTo(new Follows("other", 2));
  }

  @Test
  void termsLieAboveThoseThatAHistoryFromElsewhereHas() {
    recorded = 7;
    var one = replica("one", LONG);

    assertThat(leads(one)).isEqualTo(8);
    assertThat(leads(one)).isEqualTo(8);
  }

  @Test
  void whoLeadsAndLearnsOfALaterTermGoesOnInOneAboveIt() {
    var one = replica("one", LONG);
    assertThat(leads(one)).isEqualTo(1);

    recorded = 1;
    assertThat(leads(one)).isEqualTo(1);
    recorded = 3;
    assertThat(leads(one)).isEqualTo(4);
  }

  @Test
  void ofManyWhoAskAtOnceOneLeads() throws Exception {
    var first = replica("first", LONG);
    leads(first);
    first.resign();
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Standing>> asking =
          IntStream.range(0, 8)
              .<Callable<Standing>>mapToObj(i -> replica("r" + i, LONG)::ask)
              .toList();
      int leading = 0;
      for (var one : pool.invokeAll(asking)) {
        leading += one.get() instanceof Leads ? 1 : 0;
      }
      assertThat(leading).isEqualTo(1);
    }
  }

  /// In which term it leads, once it does.
  protected static long leads(Leadership replica) {
    var standing =
        await()
            .pollInterval(Duration.ofMillis(20))
            .until(replica::ask, answer -> answer instanceof Leads);
    return ((Leads) standing).term();
  }
}
