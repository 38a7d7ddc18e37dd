package dev.feierabend.helm.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.helm.Chart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;

/// One night from the approval to the morning's report, and what must be true of it.
final class Night implements AutoCloseable {
  /// Who is killed while asking for an eviction leaves the budget closed behind: the API server
  /// counts the pod as disrupted, hasn't deleted it, and waits two minutes until it sees that.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String AGENT = "feierabend/0.1.0";
  private static final List<String> STAY_ON = List.of("n1", "n2", "n3");
  private static final List<String> GO_OFF = List.of("n4", "n5", "n6");

  private final Path folder;
  private final String store;
  private final Rehearsal rehearsal;
  private final Cluster cluster;
  private final AuditLog audit;
  private final Lowest phones;
  private final List<ServiceProcess> processes = new CopyOnWriteArrayList<>();

  /// With the journal in a directory.
  Night(Path folder) throws IOException {
    this(folder, folder.resolve("journal").toString());
  }

  /// @param store the journal's, by its name
  Night(Path folder, String store) throws IOException {
    this.folder = folder;
    this.store = store;
    this.rehearsal = new Rehearsal(folder);
    this.cluster = new Cluster(rehearsal.admin);
    this.audit = new AuditLog(rehearsal.plane.auditLog(), AGENT);
    this.phones = new Lowest(rehearsal.admin, "ahausen", Workload.PHONE);
    chronicle().agree();
  }

  Chronicle chronicle() {
    return new Chronicle(store);
  }

  ServiceProcess service(String halt) {
    return started(halt, "");
  }

  /// One of several on the journal, of which a Lease says who leads.
  ServiceProcess replica(String name) {
    return started(Halt.NOWHERE, name);
  }

  private ServiceProcess started(String halt, String name) {
    var process = ServiceProcess.start(folder, AGENT, halt, store, name);
    processes.add(process);
    return process;
  }

  /// One of the replicas holds the Lease.
  void awaitLeader() {
    await().atMost(PATIENCE).until(cluster::hasALeader);
  }

  /// Somebody deletes it.
  void loseTheLease() {
    rehearsal.admin.leases().inNamespace(Chart.NAMESPACE).withName("feierabend").delete();
  }

  void awaitEvening() {
    expectSoon(() -> {
      assertThat(Workload.ALL)
          .allMatch(it -> it.sleeps() ? cluster.sleeps(it) : cluster.serves(it));
      assertThat(GO_OFF).allMatch(cluster::off);
      assertThat(STAY_ON).allMatch(cluster::inService);
      assertThat(cluster.nodesWithPods()).isSubsetOf(STAY_ON);
    });
  }

  void awaitMorning() {
    expectSoon(() -> {
      assertThat(Documents.NODES).allMatch(cluster::inService);
      assertThat(Workload.ALL).allMatch(cluster::serves);
    });
  }

  void awaitAwake(String town) {
    expectSoon(() -> assertThat(sleepersOf(town)).allMatch(cluster::serves));
  }

  /// Where it doesn't come to pass, it is told what the cluster holds, what was intended and has no
  /// outcome, and what was recorded, the latest first.
  private void expectSoon(ThrowingRunnable expected) {
    try {
      await().atMost(PATIENCE).untilAsserted(expected);
    } catch (ConditionTimeoutException late) {
      String held = cluster.told();
      processes.forEach(ServiceProcess::kill);
      throw new AssertionError(
          "Not within %s%nSeen:%n%s%nPending:%n%s%nRecorded:%n%s%nExpected:%n%s"
              .formatted(
                  PATIENCE,
                  held,
                  lines(chronicle().pending()),
                  lines(chronicle().events().reversed()),
                  late.getMessage()),
          late);
    }
  }

  private static String lines(List<? extends JournalEvent> events) {
    return events.stream().map(JournalEvent::toString).collect(Collectors.joining("\n"));
  }

  void expectAsleep(String town) {
    assertThat(sleepersOf(town)).allMatch(cluster::sleeps);
  }

  private static List<Workload> sleepersOf(String town) {
    return Workload.ALL.stream().filter(it -> it.sleeps() && it.town().equals(town)).toList();
  }

  /// And the outcome of all that was intended: a town may be back a look before its last node is.
  void awaitReports(ServiceProcess service) {
    Documents.TOWNS.forEach(
        town -> service.awaitSaid(line -> line.startsWith("CapacityReady return/" + town)));
    await().atMost(PATIENCE).until(service::quiet);
  }

  /// One write a workload and transition, four a host that went off and came back, one eviction a
  /// pod that moved; all by the chart's account.
  void expectOneWriteAnEffect() {
    var missing = new ArrayList<>(patches());
    assertThat(audit.took("patch")).as("not twice, of " + missing).allMatch(missing::remove);
    assertThat(missing).isSubsetOf(audit.cutOff("patch"));
    if (processes.stream().noneMatch(ServiceProcess::killed)) {
      assertThat(audit.cutOff("")).as("cut off where nobody was killed").isEmpty();
    }
    assertThat(audit.took("create")).doesNotHaveDuplicates();
    assertThat(evicted("create")).hasSize(4);
    assertThat(audit.writes())
        .allMatch(write -> write.request().matches("(patch|create pods/eviction) .*"))
        .extracting(AuditLog.Write::user)
        .containsOnly("system:serviceaccount:night:feierabend");
    expectTheBudgetWasKept();
  }

  private static List<String> patches() {
    return Stream.concat(
            Workload.ALL.stream().filter(Workload::sleeps).flatMap(it -> times(it.resource(), 2)),
            GO_OFF.stream().flatMap(node -> times("nodes " + node, 4)))
        .map("patch "::concat)
        .toList();
  }

  private Set<String> evicted(String which) {
    return Stream.concat(audit.took(which).stream(), audit.cutOff(which).stream())
        .collect(Collectors.toSet());
  }

  /// Of the two guarded replicas one served at every moment. Whether the second was asked to leave
  /// too early, and refused, depends on how soon the first served elsewhere.
  private void expectTheBudgetWasKept() {
    String guarded = "create pods/eviction ahausen/phone-";
    assertThat(audit.writes())
        .filteredOn(write -> write.request().startsWith(guarded))
        .allMatch(write -> write.took() || write.cutOff() || write.refused());
    assertThat(evicted(guarded)).hasSize(2);
    assertThat(phones.replicas()).isEqualTo(1);
  }

  /// All of it back before the time agreed, and every intent concluded at the first try.
  void expectPunctualCapacity() {
    assertThat(chronicle().pending()).isEmpty();
    assertThat(chronicle().events(CapacityReady.class))
        .hasSize(2)
        .allSatisfy(ready -> {
          assertThat(ready.readyBy()).isEqualTo(Documents.READY_BY);
          assertThat(ready.at()).isBefore(Documents.READY_BY);
        });
    assertThat(chronicle().events(WakeLate.class)).isEmpty();
    assertThat(chronicle().events(ActionTimedOut.class)).isEmpty();
    assertThat(chronicle().events(ActionIssued.class))
        .allMatch(issued -> issued.action().value().endsWith("#1"));
  }

  void expectWholeHistory() {
    assertThat(chronicle().verified()).isInstanceOf(Verification.Intact.class);
  }

  private static Stream<String> times(String what, int times) {
    return Stream.generate(() -> what).limit(times);
  }

  @Override
  public void close() {
    phones.close();
    rehearsal.close();
  }
}
