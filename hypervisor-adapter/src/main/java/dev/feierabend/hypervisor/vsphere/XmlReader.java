package dev.feierabend.hypervisor.vsphere;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads elements. An answer that brings a document type along is none: nothing in it is expanded,
/// fetched or believed.
final class XmlReader {
  private static final int DEEPEST = 50;

  private static final class Open {
    final String name;
    final Map<String, String> attributes;
    final StringBuilder text = new StringBuilder();
    final List<Xml> children = new ArrayList<>();

    Open(XMLStreamReader at) {
      name = at.getLocalName();
      attributes = new HashMap<>();
      for (int i = 0; i < at.getAttributeCount(); i++) {
        boolean xsi =
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(at.getAttributeNamespace(i));
        String key = at.getAttributeLocalName(i);
        attributes.put(xsi ? "xsi:" + key : key, at.getAttributeValue(i));
      }
    }

    Xml closed() {
      return new Xml(name, attributes, children.isEmpty() ? text.toString() : "", children);
    }
  }

  private final XMLStreamReader reader;
  private final Deque<Open> open = new ArrayDeque<>();

  private XmlReader(XMLStreamReader reader) {
    this.reader = reader;
  }

  /// @throws XMLStreamException where it isn't one whole element
  static Xml read(String document) throws XMLStreamException {
    return new XmlReader(factory().createXMLStreamReader(new StringReader(document))).read();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private Xml read() throws XMLStreamException {
    Xml root = Xml.NONE;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> root = end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type is not accepted");
        default -> {}
      }
    }
    return root;
  }

  private void begin() throws XMLStreamException {
    if (open.size() == DEEPEST) {
      throw new XMLStreamException("elements are nested too deeply");
    }
    open.push(new Open(reader));
  }

  private void text() {
    if (!open.isEmpty()) {
      open.peek().text.append(reader.getText());
    }
  }

  private Xml end() {
    Xml closed = open.pop().closed();
    if (!open.isEmpty()) {
      open.peek().children.add(closed);
    }
    return closed;
  }
}
