package dev.feierabend.app.waking;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Goes from host to host, each errand on a thread of its own: who doesn't answer keeps nobody
/// waiting. What is still asked for at the end is broken off.
public final class Watchman {
  private static final Duration LEAVE = Duration.ofSeconds(2);

  /// A host that was looked at once.
  public record Seen(Sleeper host, Word word) {
    public boolean answered() {
      return !(word instanceof Word.Failed);
    }
  }

  private record Said(Errand errand, Word word) {}

  private final PowerController power;
  private final InstantSource clock;
  private final LinkedBlockingQueue<Said> said = new LinkedBlockingQueue<>();

  public Watchman(PowerController power, InstantSource clock) {
    this.power = power;
    this.clock = clock;
  }

  /// Wakes hosts, and tells each one's fate as soon as it is known; those that are left are told by
  /// the roll call.
  ///
  /// @param hosts in the order in which they are needed
  public RollCall wake(List<Sleeper> hosts, Pace pace, BiConsumer<Sleeper, Fate> told)
      throws InterruptedException {
    var call = new RollCall(hosts, pace, clock.instant());
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (Instant at = clock.instant(); !call.over(at); at = clock.instant()) {
        call.due(at).forEach(errand -> threads.execute(() -> run(errand)));
        Said next = said.poll(until(call.next(at), at), TimeUnit.MILLISECONDS);
        if (next != null) {
          call.heard(next.errand(), next.word(), clock.instant())
              .ifPresent(fate -> told.accept(next.errand().host(), fate));
        }
      }
      return call;
    } finally {
      leave(threads);
    }
  }

  private static long until(Instant next, Instant at) {
    return Math.max(1, Duration.between(at, next).toMillis());
  }

  private void run(Errand errand) {
    said.add(new Said(errand, word(errand)));
  }

  private Word word(Errand errand) {
    try {
      return switch (errand) {
        case Errand.Look(var host) -> look(host.id());
        case Errand.Press(var host) -> press(host.id());
      };
    } catch (RuntimeException e) {
      return new Word.Failed(e.getClass().getSimpleName());
    }
  }

  /// Looks at each host once, and switches none.
  ///
  /// @param patience how long any of them is waited for
  public List<Seen> look(List<Sleeper> hosts, Duration patience) throws InterruptedException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Callable<Word>> looks =
          hosts.stream().<Callable<Word>>map(host -> () -> word(new Errand.Look(host))).toList();
      List<Future<Word>> words =
          threads.invokeAll(looks, patience.toMillis(), TimeUnit.MILLISECONDS);
      return IntStream.range(0, hosts.size())
          .mapToObj(i -> new Seen(hosts.get(i), said(words.get(i))))
          .toList();
    } finally {
      leave(threads);
    }
  }

  private static Word said(Future<Word> word) {
    return word.state() == Future.State.SUCCESS
        ? word.resultNow()
        : new Word.Failed(Case.UNANSWERED);
  }

  private Word look(MachineId host) {
    return switch (power.state(host)) {
      case ON -> new Word.On();
      case OFF -> new Word.Off();
      case UNKNOWN -> unknown(host);
    };
  }

  /// A controller that can be asked but doesn't say is asked to switch on: on does no harm.
  private Word unknown(MachineId host) {
    return switch (power.offer(host)) {
      case PowerOffer.Unknown(var because) -> new Word.Failed(because);
      case PowerOffer.Known known when known.includes(PowerCapability.ON) -> new Word.Off();
      case PowerOffer.Known _ -> new Word.Failed("its controller offers no way to switch it on");
    };
  }

  private Word press(MachineId host) {
    return switch (power.on(host)) {
      case Answer.Done _, Answer.StillAsked _ -> new Word.Taken();
      case Answer.Refused(var because) -> new Word.Failed(because);
      case Answer.NotYet(var because) -> new Word.Failed(because);
      case Answer.Unknown(var because) -> new Word.Failed(because);
    };
  }

  private static void leave(ExecutorService threads) throws InterruptedException {
    threads.shutdownNow();
    var _ = threads.awaitTermination(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
