package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.Original;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What brings back an object of which nothing but its count is to be restored, as a label:
/// `3.0.<uid>`, how many there were, how many of them were kept, and whose it is.
final class ShortMark {
  private static final int LONGEST = 63;
  private static final Pattern SPELLING =
      Pattern.compile("([0-9]{1,7})\\.([0-9]{1,7})\\.([A-Za-z0-9-]*[A-Za-z0-9])");

  private ShortMark() {}

  /// Empty where it takes more to bring the object back.
  static Optional<String> of(Restore restore) {
    Original was = restore.original();
    boolean countAlone =
        was.fields().size() == 1
            && was.fields().getFirst().json().equals(Optional.of(String.valueOf(was.replicas())));
    return was.uid()
        .filter(_ -> countAlone)
        .map(uid -> "%d.%d.%s".formatted(was.replicas(), restore.kept(), uid))
        .filter(mark -> mark.length() <= LONGEST && SPELLING.matcher(mark).matches());
  }

  /// Empty where the object carries none, or one that makes no sense.
  static Optional<Restore> on(Managed object) {
    return switch (object.recipe().manner()) {
      case Manner.Count(var field, _) ->
          Optional.ofNullable(object.labels().get(Mark.NAME))
              .map(SPELLING::matcher)
              .filter(Matcher::matches)
              .flatMap(mark -> restore(mark, field));
      case Manner.Flags _ -> Optional.empty();
    };
  }

  private static Optional<Restore> restore(Matcher mark, JsonPointer field) {
    int replicas = Integer.parseInt(mark.group(1));
    int kept = Integer.parseInt(mark.group(2));
    var count =
        new Original.Field(field.toString(), Optional.of(Json.counted(field, replicas).toString()));
    var was = new Original(replicas, Optional.of(mark.group(3)), List.of(count));
    return replicas > kept ? Optional.of(new Restore(was, kept)) : Optional.empty();
  }
}
