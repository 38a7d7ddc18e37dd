package dev.feierabend.app.notifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// A letter as a mail. Its `Message-ID` follows from what it tells and to whom, so that the same
/// mail sent twice is known as such; it says that it was made by a program (RFC 3834), so that no
/// holiday greeting answers it.
record Envelope(MailWay way, Recipient recipient, Instant at) {
  MimeMessage message(Session session, List<News> news) throws MessagingException {
    var letter = new Letter(news, way.words(), recipient.locale());
    String id =
        "<%s.%s.%s@%s.feierabend>"
            .formatted(
                news.getFirst().place(),
                news.getLast().place(),
                recipient.name(),
                way.words().sender());
    var message = new Identified(session, id);
    message.setFrom(new InternetAddress(way.server().from(), true));
    for (String address : way.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
    }
    message.setSubject(letter.subject(), UTF_8.name());
    message.setText(letter.text(), UTF_8.name());
    message.setSentDate(Date.from(at));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /// The library draws ids of its own otherwise.
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
