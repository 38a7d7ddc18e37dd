package dev.feierabend.app.notifying;

import java.time.InstantSource;

/// How a recipient is reached.
public sealed interface Way permits MailWay, WebhookWay {
  Courier courier(Recipient recipient, InstantSource clock);
}
