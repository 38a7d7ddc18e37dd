package dev.feierabend.app.vouching;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.witness.Objection;
import dev.feierabend.core.proving.witness.Submission;
import dev.feierabend.core.proving.witness.Witness;
import java.net.URI;

/// A witness that is asked over HTTP (c2sp.org/tlog-witness).
///
/// @param url the submission prefix
public record HttpWitness(CosignerKey key, URI url, Post post) implements Witness {
  private static final String PATH = "/add-checkpoint";

  public HttpWitness {
    Post.expectNobodyIn(url);
  }

  @Override
  public Answer add(Submission submission) {
    var to = URI.create(url.toString().replaceAll("/+$", "") + PATH);
    var answer = post.send(to, "text/plain; charset=utf-8", submission.toString().getBytes(UTF_8));
    String body = new String(answer.body(), UTF_8);
    return switch (answer.statusCode()) {
      case 200 -> new Answer.Cosigned(body);
      case 403 -> new Answer.Refused(Objection.UNTRUSTED);
      case 409 -> new Answer.Seen(size(body.strip()));
      case 422 -> new Answer.Refused(Objection.UNPROVEN);
      case 404 ->
          throw new Outage(
              "%s doesn't know this log; who runs it needs its checkpoint.vkey".formatted(to));
      default ->
          throw new Outage(
              "Expected a cosignature from %s but it answered %d"
                  .formatted(to, answer.statusCode()));
    };
  }

  private long size(String body) {
    if (!TreeHead.NUMBER.matcher(body).matches()) {
      throw new Outage(
          "Expected the size that %s saw but found \"%s\"".formatted(key.name(), body));
    }
    return Long.parseLong(body);
  }
}
