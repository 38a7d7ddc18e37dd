package dev.feierabend.app.notifying;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import java.util.ArrayList;
import java.util.List;

/// An event of the history that somebody is told of.
record News(Place place, Topic topic, Recorded recorded) {

  /// The news in a commit, in order.
  static List<News> in(Journal journal, Commit commit) {
    List<Recorded> events;
    try (var read = journal.recorded(commit)) {
      events = read.toList();
    }
    var news = new ArrayList<News>();
    for (int i = 0; i < events.size(); i++) {
      var place = new Place(commit.number(), i);
      Recorded recorded = events.get(i);
      Topic.of(recorded.event()).ifPresent(topic -> news.add(new News(place, topic, recorded)));
    }
    return news;
  }
}
