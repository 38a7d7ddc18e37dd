package dev.feierabend.kubernetes.workloads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.client.MergePatch;
import dev.feierabend.kubernetes.recipes.Bar;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.kubernetes.recipes.Untouchable;
import java.util.Optional;

/// Which change puts an object to sleep or wakes it. What it was before it slept stands on the
/// object itself, so that it can be restored without the journal.
public record Transition(Managed now) {
  /// What sleeps in part already keeps what it was before.
  Change sleep(int keep, ActionId action) {
    if (now.wanted().filter(wanted -> wanted <= keep).isPresent()) {
      return Change.NOTHING;
    }
    Optional<String> against =
        Untouchable.because(now.recipe(), now.metadata())
            .or(() -> now.barred().map(Bar.Met::because))
            .or(now::misfit);
    if (against.isPresent()) {
      return new Change.Leave("%s is left as it is: %s".formatted(name(), against.get()));
    }
    if (took(action)) {
      return new Change.Leave(changedSince(action));
    }
    return write(now.asleep(keep), Optional.of(new Restore(original(keep), keep)), action);
  }

  /// What its target wants is not known here, but that it is more than is kept.
  private Original original(int keep) {
    return Mark.on(now)
        .filter(known -> now.wanted().filter(wanted -> wanted <= known.kept()).isPresent())
        .map(Restore::original)
        .map(was ->
            new Original(
                was.replicas(), Optional.ofNullable(now.metadata().getUid()), was.fields()))
        .orElseGet(() -> now.original(now.wanted().orElse(keep + 1)));
  }

  /// True while Flux leaves it alone because we told it to.
  public boolean paused() {
    return FluxPause.isOurs(now);
  }

  Change wake(Step.Wake step, ActionId action) {
    return step.bringsBack() ? bringBack(step, action) : resume(action);
  }

  /// Of what is awake, the scale is left as it is.
  private Change resume(ActionId action) {
    int kept = Mark.on(now).map(Restore::kept).orElse(0);
    boolean awake = now.wanted().filter(wanted -> wanted <= kept).isEmpty();
    return awake && paused()
        ? write(now.json().deepCopy(), Optional.empty(), action)
        : Change.NOTHING;
  }

  /// What somebody woke, or made anew, is left alone.
  private Change bringBack(Step.Wake step, ActionId action) {
    Optional<Restore> marked = Mark.on(now);
    int kept = marked.map(Restore::kept).orElse(step.kept());
    Original was = marked.map(Restore::original).orElse(step.original());
    if (now.wanted().filter(wanted -> wanted <= kept).isEmpty() || was.replicas() <= kept) {
      return Change.NOTHING;
    }
    if (!was.mayBe(now.original(0))) {
      return new Change.Leave("Expected the %s that slept but found another".formatted(name()));
    }
    if (took(action)) {
      return new Change.Leave(changedSince(action));
    }
    return now.awake(was)
        .map(awake -> write(awake, Optional.empty(), action))
        .orElseGet(() ->
            new Change.Leave(
                "Expected %s or the journal to say what it was before it slept, but neither does"
                    .formatted(name())));
  }

  private Change write(ObjectNode to, Optional<Restore> restore, ActionId action) {
    now.recipe().notes().write(to, restore, action);
    if (restore.isPresent()) {
      FluxPause.begin(now, to);
    } else {
      FluxPause.end(now, to);
    }
    return new Change.Write(MergePatch.between(now.json(), to));
  }

  /// True where it was the last action that took effect.
  boolean took(ActionId action) {
    return Notes.action(now).filter(action::isNotedAs).isPresent();
  }

  private String changedSince(ActionId action) {
    return "Expected %s as %s left it, but somebody changed it since: %s"
        .formatted(
            name(),
            action,
            now.wanted().map("%d replicas"::formatted).orElse("its replicas are its target's"));
  }

  private String name() {
    return "%s %s/%s"
        .formatted(now.recipe().name(), now.metadata().getNamespace(), now.metadata().getName());
  }
}
