package dev.feierabend.app.notifying;

import java.util.List;

/// A way to a recipient.
interface Courier {
  /// How many news go at once.
  int atOnce();

  /// Returns within a deadline.
  Delivery deliver(List<News> news);

  /// What came of it.
  sealed interface Delivery {}

  record Delivered() implements Delivery {}

  /// It may succeed later.
  record Failed(String because) implements Delivery {}

  /// This isn't taken, and would hardly be later.
  record Refused(String because) implements Delivery {}
}
