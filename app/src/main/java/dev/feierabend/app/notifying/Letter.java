package dev.feierabend.app.notifying;

import dev.feierabend.app.words.Phrases;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// News as the subject and text of a mail.
record Letter(List<News> news, Words words, Locale locale) {
  private static final int LONGEST_SUBJECT = 120;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /// What it is about, the gravest first.
  String subject() {
    Phrases phrases = Phrases.ofNotices(locale);
    News gravest = news.stream().min(Comparator.comparing(News::topic)).orElseThrow();
    String sentence = words.of(gravest.recorded().event(), locale);
    String topic = phrases.of(gravest.topic().name());
    String subject =
        news.size() == 1
            ? phrases.of("subject", topic, sentence)
            : phrases.of("subject-of-several", topic, sentence, news.size() - 1);
    return subject.length() <= LONGEST_SUBJECT
        ? subject
        : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  /// Each with its time, its topic and the name by which it is known if it comes twice.
  String text() {
    Phrases phrases = Phrases.ofNotices(locale);
    var text = new StringBuilder();
    for (News one : news) {
      text.append(TIME.format(one.recorded().time().atZone(words.zone())))
          .append("  ")
          .append(phrases.of(one.topic().name()))
          .append('\n')
          .append(words.of(one.recorded().event(), locale))
          .append("  [")
          .append(one.place())
          .append("]\n\n");
    }
    return text.append("-- \n").append(phrases.of("foot", words.sender())).append('\n').toString();
  }
}
