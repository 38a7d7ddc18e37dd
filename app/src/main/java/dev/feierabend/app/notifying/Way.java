package dev.feierabend.app.notifying;

import dev.feierabend.core.kernel.Outage;
import java.time.InstantSource;

/// How a recipient is reached.
public sealed interface Way permits MailWay, WebhookWay {
  Courier courier(Recipient recipient, InstantSource clock);

  /// Goes as far as the door: whoever is there, and takes us for whom we say we are, is told
  /// nothing.
  ///
  /// @throws Outage where nobody could be told of anything, with the cause
  void knock();
}
