package dev.feierabend.app.people;

import dev.feierabend.core.naming.KnownName;
import dev.feierabend.policies.terms.ActorId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What such a file says: `actor-17: {name: Petra Brandt, salt: 3f…}` a person, or `actor-17: Petra
/// Brandt` where the journal doesn't bind the name yet.
record ActorsText(SortedMap<ActorId, KnownName> salted, SortedMap<ActorId, String> plain) {
  static final ActorsText EMPTY = new ActorsText(new TreeMap<>(), new TreeMap<>());
  private static final String HEADER =
      """
      # Who is who. The journal has the pseudonyms only, so a person can be erased here without touching a
      # proof. The salt hides the name in what the journal keeps of it: both go together.
      """;

  ActorsText {
    salted = Collections.unmodifiableSortedMap(new TreeMap<>(salted));
    plain = Collections.unmodifiableSortedMap(new TreeMap<>(plain));
  }

  /// @throws IllegalArgumentException where the text is none, with the file's name
  static ActorsText parse(String file, String text) {
    try {
      var load = new Load(LoadSettings.builder().setLabel(file).build());
      if (load.loadFromString(text) instanceof Map<?, ?> people) {
        return of(file, people);
      }
      throw new IllegalArgumentException("Expected lines of `id: name` but found none in " + file);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(
          "Expected lines of `id: name` in %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static ActorsText of(String file, Map<?, ?> people) {
    var salted = new TreeMap<ActorId, KnownName>();
    var plain = new TreeMap<ActorId, String>();
    people.forEach((id, entry) -> {
      try {
        var actor = new ActorId(String.valueOf(id));
        if (entry instanceof Map<?, ?> known) {
          salted.put(actor, new KnownName(field(known, "name"), field(known, "salt")));
        } else {
          plain.put(actor, String.valueOf(entry));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, with %s in %s".formatted(e.getMessage(), id, file), e);
      }
    });
    return new ActorsText(salted, plain);
  }

  private static String field(Map<?, ?> entry, String key) {
    return entry.get(key) instanceof String text ? text : "";
  }

  ActorsText with(ActorId actor, KnownName name) {
    var next = new TreeMap<>(salted);
    next.put(actor, name);
    return new ActorsText(next, without(actor).plain);
  }

  ActorsText without(ActorId actor) {
    var named = new TreeMap<>(salted);
    var others = new TreeMap<>(plain);
    named.remove(actor);
    others.remove(actor);
    return new ActorsText(named, others);
  }

  String written() {
    var lines = new TreeMap<String, Object>();
    plain.forEach((actor, name) -> lines.put(actor.value(), name));
    salted.forEach((actor, known) -> lines.put(actor.value(), fields(known)));
    var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return HEADER + new Dump(settings).dumpToString(lines);
  }

  private static Map<String, String> fields(KnownName known) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", known.name());
    fields.put("salt", known.salt());
    return fields;
  }
}
