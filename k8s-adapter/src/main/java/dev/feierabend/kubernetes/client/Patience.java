package dev.feierabend.kubernetes.client;

import dev.feierabend.core.acting.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits a moment for an answer and no longer, so that what hangs in one place holds up no other. A
/// place that let us wait is silent for a while: nothing more is taken away there, and what is
/// given back is asked for without waiting. What became of it is seen, not told.
public final class Patience {
  static final Duration MOMENT = Duration.ofSeconds(3);
  private static final Duration WHILE = Duration.ofSeconds(5);

  /// About as long as until the next look, which asks again.
  private static final Duration IN_TURN = Duration.ofMinutes(1);

  /// What is asked for, where, and what counts as the answer where nobody gives one.
  ///
  /// @param action what is never asked for twice at a time
  public record Question(String place, Object action, Answer unanswered) {
    /// One of which nobody knows the outcome then.
    public Question(String place, Object action, String unanswered) {
      this(place, action, new Answer.Unknown(unanswered));
    }
  }

  /// How long an answer is waited for, and how long a place that gave none is taken to give none.
  public record Times(Duration moment, Duration silence) {
    public static final Times USUAL = new Times(MOMENT, WHILE);
  }

  private final Times times;
  private final Semaphore goingOn;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final Map<Object, Asked> underWay = new ConcurrentHashMap<>();

  /// @param goingOn how many may go on being asked for that nobody waits for any more
  public Patience(Times times, Semaphore goingOn) {
    this.times = times;
    this.goingOn = goingOn;
  }

  /// For what takes away: one that isn't answered is given up, for it must not come late.
  public Answer once(Question question, Supplier<Answer> effect) {
    if (silent.contains(question.place())) {
      return question.unanswered();
    }
    Asked asked = asked(question, effect);
    return within(asked, question)
        .orElseGet(() -> {
          giveUp(asked, question);
          return question.unanswered();
        });
  }

  /// For what gives back: one that isn't answered goes on until its own deadline where there is
  /// room for it, and isn't asked for again before.
  public Answer goingOn(Question question, Supplier<Answer> effect) {
    if (Asked.current().filter(Asked::isGivenUp).isPresent()) {
      return question.unanswered();
    }
    if (silent.contains(question.place())) {
      asked(question, () -> inTurn(question, effect)).stepAside();
      return question.unanswered();
    }
    Asked asked = asked(question, effect);
    return within(asked, question)
        .orElseGet(() -> {
          if (asked.stepAside()) {
            goOn(asked, question);
          }
          return question.unanswered();
        });
  }

  private Asked asked(Question question, Supplier<Answer> effect) {
    Object action = question.action();
    return underWay.computeIfAbsent(
        action, _ -> Asked.begin(effect, ended -> underWay.remove(action, ended)));
  }

  private Optional<Answer> within(Asked asked, Question question) {
    try {
      return Optional.of(asked.within(times.moment()));
    } catch (TimeoutException _) {
      keepsSilent(question.place());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private void goOn(Asked asked, Question question) {
    if (goingOn.tryAcquire()) {
      asked.whenEnded(goingOn::release);
    } else {
      giveUp(asked, question);
    }
  }

  private void giveUp(Asked asked, Question question) {
    underWay.remove(question.action(), asked);
    asked.giveUp();
  }

  private Answer inTurn(Question question, Supplier<Answer> effect) {
    try {
      if (!goingOn.tryAcquire(IN_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        return question.unanswered();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return question.unanswered();
    }
    try {
      return effect.get();
    } finally {
      goingOn.release();
    }
  }

  private void keepsSilent(String place) {
    if (silent.add(place)) {
      CompletableFuture.delayedExecutor(times.silence().toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> silent.remove(place));
    }
  }
}
