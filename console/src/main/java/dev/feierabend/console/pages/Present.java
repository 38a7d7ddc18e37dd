package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import org.springframework.ui.Model;

/// How things stand, and what the reader can do about it.
final class Present {
  private final NowPart now;
  private final PromisesPart promises;
  private final PeoplePart people;
  private final WishesPart wishes;
  private final WordPart word;

  Present(NowPart now, PromisesPart promises, PeoplePart people, WishesPart wishes, WordPart word) {
    this.now = now;
    this.promises = promises;
    this.people = people;
    this.wishes = wishes;
    this.word = word;
  }

  void fill(Model model, Reader reader) {
    now.fill(model, reader);
    promises.fill(model, reader);
    people.fill(model, reader);
    wishes.fill(model, reader);
    word.fill(model, reader);
  }
}
