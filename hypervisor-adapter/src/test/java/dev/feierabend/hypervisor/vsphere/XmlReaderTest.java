package dev.feierabend.hypervisor.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  private static final String XSI = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

  @Test
  void aReferenceKeepsItsTypeBesideTheSchemas() throws XMLStreamException {
    Xml read =
        XmlReader.read(
            "<v %s xsi:type=\"ManagedObjectReference\" type=\"HostSystem\">host-1</v>"
                .formatted(XSI));

    assertThat(read.ref()).contains(new Ref("HostSystem", "host-1"));
    assertThat(read.attributes()).containsEntry(Xml.TYPE, "ManagedObjectReference");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws XMLStreamException {
    Xml written = Xml.of("a", "<&>\"' ü 😀\n]]>");

    assertThat(XmlReader.read(XmlText.of(written))).isEqualTo(written);
  }

  @Test
  void whatIsNotThereIsNone() throws XMLStreamException {
    Xml read = XmlReader.read("<a><b><c>1</c></b></a>");

    assertThat(read.textAt("b", "c")).isEqualTo("1");
    assertThat(read.at("b", "x", "c").isThere()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
        "<!DOCTYPE a><a/>",
        "<a>&b;</a>"
      })
  void whatIsNotOneWholeElementIsRefused(String document) {
    assertThatExceptionOfType(XMLStreamException.class).isThrownBy(() -> XmlReader.read(document));
  }

  @Test
  void elementsWithoutEndAreRefusedBeforeTheyFillTheMemory() {
    assertThatExceptionOfType(XMLStreamException.class)
        .isThrownBy(() -> XmlReader.read("<a>".repeat(100_000)))
        .withMessageContaining("nested too deeply");
  }
}
