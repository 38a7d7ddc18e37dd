package dev.feierabend.app.demo;

import dev.feierabend.app.demo.cluster.ClusterTowns;
import dev.feierabend.app.demo.cluster.PlayedCluster;
import dev.feierabend.app.demo.cluster.Townspeople;
import dev.feierabend.app.demo.cluster.Writes;
import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.reporting.Sentences;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.sandbox.time.VirtualTime;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Lives one night on a real control plane and tells it. What goes wrong: somebody works late and
/// wakes by hand what sleeps.
public final class ClusterDemo {
  private static final Instant AFTERNOON = ThreeTowns.START.plus(Duration.ofHours(16));
  private static final Instant LATE = ThreeTowns.START.plus(Duration.ofHours(22));
  private static final Instant MIDNIGHT = ThreeTowns.START.plus(Duration.ofHours(24));
  private static final Instant MORNING = ThreeTowns.START.plus(Duration.ofHours(32));

  private final DemoSettings settings;
  private final Fleet fleet;
  private final PrintWriter out;
  private final Locale locale;
  private final Phrases phrases;
  private final UnaryOperator<String> names;

  /// @param fleet that of `ClusterTowns`
  /// @param names what people call machines
  public ClusterDemo(
      DemoSettings settings,
      Fleet fleet,
      PrintWriter out,
      Locale locale,
      UnaryOperator<String> names) {
    this.settings = settings;
    this.fleet = fleet;
    this.out = out;
    this.locale = locale;
    this.phrases = Phrases.ofDemo(locale);
    this.names = names;
  }

  /// True if all is as it was, was written once a transition, and the history verifies.
  ///
  /// @param servers the folder of test servers that bring the control plane
  /// @param nanos real time, to tell how long it took
  /// @throws dev.feierabend.core.kernel.Outage where no control plane can be had here
  public boolean run(Path servers, LongSupplier nanos) {
    long began = nanos.getAsLong();
    out.println(phrases.of("cluster-starts"));
    out.flush();
    boolean asBefore;
    try (var cluster = PlayedCluster.start(servers);
        var people = new Townspeople(cluster.kubeconfig())) {
      people.moveIn();
      asBefore = night(cluster, people);
    }
    Verification verification = JournalVerifier.verify(settings.out());
    new Summary(out, phrases, locale, settings).verification(verification);
    out.println(phrases.of("cluster-speed", (nanos.getAsLong() - began) / 1e9));
    return asBefore && verification instanceof Verification.Intact;
  }

  private boolean night(PlayedCluster cluster, Townspeople people) {
    out.println(
        phrases.of(
            "cluster-title",
            people.version(),
            ClusterTowns.nodes(),
            ClusterTowns.workloads(),
            Long.toString(settings.seed())));
    Map<String, String> before = people.specifications();
    var time = new VirtualTime(AFTERNOON);
    var teller = new Teller(new Sentences(locale, ThreeTowns.ZONE, names), time);
    var log = EmbeddedCommitLog.unflushed(settings.out(), time);
    var proof = new ClusterProof(out, phrases, before);
    try (var night = new ClusterNight(cluster, fleet, time, log, teller)) {
      String woken = live(night, people, teller);
      out.println();
      var summary = new Summary(out, phrases, locale, settings);
      summary.energy(night.meter.energy());
      summary.punctuality(teller.spare());
      summary.history(teller.events(), log.head().number());
      boolean once = proof.writes(Writes.of(cluster.auditLog(), ClusterNight.AGENT));
      return proof.restored(people.specifications(), woken) && once;
    }
  }

  /// What somebody woke in the night.
  private String live(ClusterNight night, Townspeople people, Teller teller) {
    var timeline = new Timeline(out, phrases, locale, "workloads");
    night.begin(ActorsFile.beside(settings.out()));
    night.agree();
    night.liveUntil(LATE);
    String woken = people.workLate(settings.seed());
    night.awaitAwake(woken);
    night.liveUntil(MIDNIGHT);
    tell(timeline, AFTERNOON, "evening", teller);
    night.liveUntil(MORNING);
    night.sign(settings.seed());
    tell(timeline, MIDNIGHT, "morning", teller);
    timeline.bar("nodes-by-hour", night.meter.hostsOn(), ClusterTowns.nodes());
    return woken;
  }

  private void tell(Timeline timeline, Instant day, String key, Teller teller) {
    timeline.day(day);
    timeline.stretch(key, teller.next());
    out.flush();
  }
}
