package dev.feierabend.hypervisor.vsphere;

/// Writes elements. What XML 1.0 has no character for, is left out.
final class XmlText {
  private final StringBuilder out = new StringBuilder(512);

  private XmlText() {}

  static String of(Xml xml) {
    var text = new XmlText();
    text.write(xml);
    return text.out.toString();
  }

  private void write(Xml xml) {
    out.append('<').append(xml.name());
    xml.attributes()
        .forEach((name, value) -> {
          out.append(' ').append(name).append("=\"");
          escape(value);
          out.append('"');
        });
    out.append('>');
    escape(xml.text());
    xml.children().forEach(this::write);
    out.append("</").append(xml.name()).append('>');
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(each -> {
          switch (each) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\r' -> out.append("&#13;");
            default -> {
              if (each >= ' ' || each == '\t' || each == '\n') {
                out.appendCodePoint(each);
              }
            }
          }
        });
  }
}
