package dev.feierabend.policies.imports;

import dev.feierabend.policies.imports.SleepInfo.Ref;
import dev.feierabend.policies.imports.SleepInfo.Refs;
import dev.feierabend.policies.imports.SleepInfo.Suspends;
import dev.feierabend.policies.imports.SleepInfo.Times;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The `spec` of a `SleepInfo`, version v1alpha1.
final class SleepInfoShape {
  static final MapShape<SleepInfo> SLEEP_INFO =
      new MapShape<>(
          "a SleepInfo's spec, for example {weekdays: \"1-5\", sleepAt: \"20:00\"}",
          SleepInfoShape::read);

  private static final Scalar<BitSet> WEEKDAYS =
      Scalars.of(
          "days of the week from 0, Sunday, to 6, for example \"1-5\"", SleepInfoShape::days);

  private static final Scalar<Optional<Times>> TIMES =
      Scalars.of("hours and minutes, for example \"20:00\"", SleepInfoShape::times);

  private static final Scalar<Optional<ZoneId>> ZONE =
      Scalars.of(
          Words.ZONE.expected(),
          text -> text.isEmpty() ? Optional.empty() : Optional.of(Words.ZONE.parse().apply(text)));

  private static final Scalar<String> WORD =
      Scalars.text("a word of up to 253 characters", Pattern.compile("[^\\p{Cntrl}]{0,253}"));

  private static final MapShape<Ref> REF =
      new MapShape<>(
          "a workload, for example {apiVersion: apps/v1, kind: Deployment, name: web} or"
              + " {matchLabels: {tier: web}}",
          SleepInfoShape::ref);

  private SleepInfoShape() {}

  private static Optional<SleepInfo> read(Fields fields) {
    Read<BitSet> weekdays = fields.required("weekdays", WEEKDAYS);
    Read<Times> sleepAt = fields.required("sleepAt", required(TIMES));
    Read<Optional<Times>> wakeUpAt = fields.optional("wakeUpAt", TIMES, Optional.empty());
    Read<Optional<ZoneId>> zone = fields.optional("timeZone", ZONE, Optional.empty());
    Read<Boolean> deployments = fields.optional("suspendDeployments", Scalars.BOOLEAN, true);
    Read<Boolean> statefulSets = fields.optional("suspendStatefulSets", Scalars.BOOLEAN, true);
    Read<Boolean> cronJobs = fields.optional("suspendCronJobs", Scalars.BOOLEAN, false);
    Read<List<Read<Ref>>> exclude = fields.optional("excludeRef", new ListShape<>(REF), List.of());
    Read<List<Read<Ref>>> include = fields.optional("includeRef", new ListShape<>(REF), List.of());
    Read<List<Read<Place>>> patches = fields.optional("patches", new ListShape<>(PATCH), List.of());
    return ResourceShape.sound(
        fields,
        () ->
            new SleepInfo(
                weekdays.value(),
                sleepAt.value(),
                wakeUpAt.value(),
                zone.value(),
                new Suspends(deployments.value(), statefulSets.value(), cronJobs),
                new Refs(exclude.value(), include.value()),
                patches.value().stream().map(Read::value).findFirst()));
  }

  private static final MapShape<Place> PATCH =
      new MapShape<>("a patch", fields -> Optional.of(fields.at()));

  private static Optional<Ref> ref(Fields fields) {
    Read<String> kind = fields.optional("kind", WORD, "");
    Read<String> name = fields.optional("name", WORD, "");
    Read<SortedMap<String, String>> labels =
        fields.optional("matchLabels", Words.LABELS, new TreeMap<>());
    labels.ifSound(words -> {
      boolean named = !kind.found().orElse("").isEmpty() && !name.found().orElse("").isEmpty();
      if (fields.sound() && named == !words.isEmpty()) {
        fields.complain(
            fields.at(),
            "either \"kind\" and \"name\" or \"matchLabels\"",
            named ? "both" : "neither");
      }
    });
    return ResourceShape.sound(fields, () -> new Ref(kind.value(), name.value(), labels.value()));
  }

  private static Scalar<Times> required(Scalar<Optional<Times>> times) {
    return Scalars.of(
        times.expected(),
        text -> times.parse().apply(text).orElseThrow(() -> new IllegalArgumentException(text)));
  }

  private static BitSet days(String text) {
    return Cron.values(text, 6);
  }

  private static Optional<Times> times(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.split(":", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return Optional.of(new Times(Cron.values(parts[0], 23), Cron.values(parts[1], 59)));
  }
}
