package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.policies.yaml.PlainShape;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.util.regex.Pattern;

/// The single values of recipes, each with its example.
final class RecipeWords {
  static final String ANNOTATIONS = "/metadata/annotations/";
  static final String LABELS = "/metadata/labels/";
  static final String SPEC = "/spec/";

  static final Scalar<String> NAME =
      Scalars.text(
          "a kind's short name of up to 40 lower-case letters, digits and hyphens, for example \"cronjob\"",
          Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"));

  static final Scalar<String> GROUP =
      Scalars.text(
          "an API group, for example batch",
          Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"));

  static final Scalar<String> VERSION =
      Scalars.text(
          "a version of the API, for example v1", Pattern.compile("v[0-9]+[a-z0-9]{0,20}"));

  static final Scalar<String> KIND =
      Scalars.text("a kind, for example CronJob", Pattern.compile("[A-Za-z][A-Za-z0-9]{0,62}"));

  static final Scalar<String> PLURAL =
      Scalars.text(
          "a kind's plural, for example cronjobs", Pattern.compile("[a-z][a-z0-9-]{0,62}"));

  /// What a sleep may change.
  static final Scalar<JsonPointer> CHANGED =
      pointer(
          "a field as a JSON Pointer under /spec or /metadata/annotations, for example /spec/suspend",
          SPEC,
          ANNOTATIONS);

  static final Scalar<JsonPointer> READ =
      pointer(
          "a field as a JSON Pointer under /spec or /status, for example /status/readyReplicas",
          SPEC,
          "/status/");

  /// What keeps it up.
  static final Scalar<JsonPointer> SEEN =
      pointer(
          "a field as a JSON Pointer under /spec, /status, /metadata/annotations or /metadata/labels,"
              + " for example /spec/paused",
          SPEC,
          "/status/",
          ANNOTATIONS,
          LABELS);

  static final Scalar<Ground> GROUND =
      Scalars.of(
          "what a sleep would do, data-lost or paused",
          text ->
              switch (text) {
                case "data-lost" -> Ground.DATA_LOST;
                case "paused" -> Ground.PAUSED;
                default -> throw new IllegalArgumentException(text);
              });

  static final Scalar<String> TEXT =
      Scalars.text("a text of up to 100 characters", Pattern.compile("[^\\p{Cntrl}]{1,100}"));

  static final Scalar<Integer> ABSENT =
      Scalars.whole("how many there are without the field, from 0 to 1000", 0, 1000);

  static final Scalar<Notes> NOTES =
      Scalars.of(
          "where we note what we did to it, annotations or labels",
          text ->
              switch (text) {
                case "annotations" -> Notes.ANNOTATIONS;
                case "labels" -> Notes.LABELS;
                default -> throw new IllegalArgumentException(text);
              });

  static final PlainShape VALUE =
      new PlainShape("the value that puts it to sleep, for example true or \"on\"");

  private RecipeWords() {}

  private static Scalar<JsonPointer> pointer(String expected, String... under) {
    return Scalars.of(expected, text -> compiled(text, under));
  }

  private static JsonPointer compiled(String text, String... under) {
    for (String start : under) {
      if (text.startsWith(start) && text.length() > start.length() && !text.endsWith("/")) {
        return JsonPointer.compile(text);
      }
    }
    throw new IllegalArgumentException(text);
  }
}
