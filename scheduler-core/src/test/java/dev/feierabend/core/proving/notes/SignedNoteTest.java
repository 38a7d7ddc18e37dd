package dev.feierabend.core.proving.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /// Key and note are the example of c2sp.org/signed-note.
  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  private static final String OTHERS = "— example.com/bar AAAAAAAB\n";

  private final VerifierKey key = VerifierKey.parse(VKEY);

  @Test
  void theStandardsExampleHolds() {
    var note = SignedNote.parse(NOTE);
    assertThat(note.holds(key)).isTrue();
    assertThat(note.text()).isEqualTo("This is an example message.\n");
    assertThat(note).hasToString(NOTE);
    assertThat(key).hasToString(VKEY);
    assertThat(note.signatures().getFirst().idInHex()).isEqualTo("530d903a").isEqualTo(key.id());
  }

  @Test
  void everyOtherTextIsRefused() {
    for (int at = 0; at < 27; at++) {
      var other = NOTE.substring(0, at) + "~" + NOTE.substring(at + 1);
      assertThat(SignedNote.parse(other).holds(key)).as(other).isFalse();
    }
  }

  @Test
  void signaturesOfUnknownKeysSayNothing() {
    assertThat(SignedNote.parse(NOTE + OTHERS).holds(key)).isTrue();
    assertThat(SignedNote.parse("This is an example message.\n\n" + OTHERS).holds(key)).isFalse();
    var renamed = new VerifierKey(new KeyName("example.com/bar"), key.key());
    assertThat(SignedNote.parse(NOTE).holds(renamed)).isFalse();
  }

  @Test
  void aWrongSignatureThatClaimsToBeTheKeysSpoilsTheRightOne() {
    var wrong = NoteSignature.of(key.name(), key.number(), new byte[64]);
    assertThat(SignedNote.parse(NOTE).with(wrong).holds(key)).isFalse();
  }

  @Test
  void theTextMayHaveEmptyLines() {
    var note = NOTE.replace("This is", "This\n\nis");
    assertThat(SignedNote.parse(note).text()).isEqualTo("This\n\nis an example message.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\n— a AAAAAAAB",
        "text\n\n- a AAAAAAAB\n",
        "text\n\n— a\n",
        "text\n\n— a+b AAAAAAAB\n",
        "text\n\n— a AAAA\n",
        "text\n\n— a !\n",
        "text\n\n—  AAAAAAAB\n",
        "te\rxt\n\n— a AAAAAAAB\n",
        "text\n\n— a AAAAAAAB\nmore\n",
        "text\n\n— a AAAAAAA\n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm"
      })
  void whatIsNoVerifierKeyIsRefused(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(line));
  }
}
