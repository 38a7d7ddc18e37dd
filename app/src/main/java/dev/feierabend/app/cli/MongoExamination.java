package dev.feierabend.app.cli;

import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the doctor looks at where the journal is in MongoDB: its layout, its history, and whether
/// our user may change it.
record MongoExamination(MongoStore store, Locale locale) {
  private static final String WHAT = "journal";

  List<Finding> findings() {
    try {
      var lacks = store.schema().lacks();
      if (!lacks.isEmpty()) {
        return lacks.stream()
            .map(lack -> new Finding(false, WHAT, say("journal-lacks-" + lack)))
            .toList();
      }
      var findings = new ArrayList<Finding>();
      findings.add(history());
      findings.add(
          store.schema().allowsChanges()
              ? Finding.warning(WHAT, say("journal-may-change"))
              : new Finding(true, WHAT, say("journal-may-add")));
      return findings;
    } catch (Outage e) {
      return List.of(new Finding(false, WHAT, String.valueOf(e.getMessage())));
    }
  }

  private Finding history() {
    return switch (store.verify()) {
      case Verification.Intact intact -> Finding.intact(intact, locale);
      case Verification.Broken broken ->
          new Finding(false, WHAT, say("journal-broken", FlawText.of(broken, locale)));
      case Verification.Unreadable(var why) -> new Finding(false, WHAT, why);
    };
  }

  private String say(String key, Object... about) {
    return Phrases.ofCommands(locale).of(key, about);
  }
}
