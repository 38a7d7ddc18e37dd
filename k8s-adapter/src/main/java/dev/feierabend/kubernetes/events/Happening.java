package dev.feierabend.kubernetes.events;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Something that happened to an object of a customer's namespace.
///
/// @param action what was done, or tried
/// @param reason what came of it; one word, as Kubernetes has it
record Happening(ObjectReference about, String action, Reason reason, String sentence, Instant at) {
  /// What the API server takes, in characters; a letter has four bytes at most.
  private static final int LONGEST = 250;

  private static final String CONTROLLER = "feierabend.dev/scheduler";
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /// What can have come of it, and whether somebody should look.
  enum Reason {
    Asleep(false),
    Awake(false),
    LeftAlone(false),
    MayBeUndone(true),
    SleepUndone(true),
    NotDone(true),
    NotSeenInTime(true),
    WakeLate(true),
    KeptAwake(false),
    OverrideEnded(false);

    private final boolean warns;

    Reason(boolean warns) {
      this.warns = warns;
    }
  }

  /// @param instance who reports
  Event event(String instance) {
    return new EventBuilder()
        .withNewMetadata()
        .withGenerateName(about.getName() + "-")
        .withNamespace(about.getNamespace())
        .endMetadata()
        .withRegarding(about)
        .withAction(action)
        .withReason(reason.name())
        .withType(reason.warns ? "Warning" : "Normal")
        .withNote(
            sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…")
        .withEventTime(new MicroTime(MICROS.format(at)))
        .withReportingController(CONTROLLER)
        .withReportingInstance(instance)
        .build();
  }
}
