package dev.feierabend.helm.realparts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.testservers.VsphereSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A vCenter's list of tasks, asked by a session of its own, without anything of the product's.
final class TaskList {
  private static final String RECENT =
      """
      <RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this><specSet>
      <propSet><type>Task</type><pathSet>info</pathSet></propSet>
      <objectSet><obj type="TaskManager">TaskManager</obj><skip>true</skip>
      <selectSet xsi:type="TraversalSpec"><type>TaskManager</type><path>recentTask</path><skip>false</skip></selectSet>
      </objectSet></specSet><options/></RetrievePropertiesEx>
      """;

  /// @param what as `relocateVm`
  /// @param entity a host's or a guest's name
  /// @param state as `running`, `success` or `error`
  record Task(String key, String what, String entity, String state, Instant at) {
    boolean succeeded() {
      return state.equals("success");
    }

    boolean failed() {
      return state.equals("error");
    }
  }

  private final VsphereSimulator vcenter;
  private final HttpClient http;
  private final Map<String, String> names = new ConcurrentHashMap<>();

  TaskList(VsphereSimulator vcenter, String password) {
    this.vcenter = vcenter;
    http =
        HttpClient.newBuilder()
            .sslContext(vcenter.trust())
            .cookieHandler(new CookieManager())
            .build();
    ask(
        """
        <Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>%s</userName><password>%s</password></Login>
        """
            .formatted(VsphereSimulator.USER, password));
  }

  /// The newest two hundred, of the last ten minutes.
  List<Task> recent() {
    var values = ask(RECENT).getElementsByTagName("val");
    return IntStream.range(0, values.getLength())
        .mapToObj(i -> task((Element) values.item(i)))
        .toList();
  }

  private Task task(Element info) {
    String what = text(info, "descriptionId");
    return new Task(
        text(info, "key"),
        what.substring(what.indexOf('.') + 1),
        name((Element) info.getElementsByTagName("entity").item(0)),
        text(info, "state"),
        OffsetDateTime.parse(text(info, "queueTime")).toInstant());
  }

  /// The simulator tells a reference where a vCenter tells a name.
  private String name(Element reference) {
    return names.computeIfAbsent(
        reference.getTextContent(),
        it ->
            ask("""
            <RetrievePropertiesEx xmlns="urn:vim25"><_this type="PropertyCollector">propertyCollector</_this><specSet>
            <propSet><type>%1$s</type><pathSet>name</pathSet></propSet>
            <objectSet><obj type="%1$s">%2$s</obj></objectSet></specSet><options/></RetrievePropertiesEx>
            """
                    .formatted(reference.getAttribute("type"), it))
                .getElementsByTagName("val")
                .item(0)
                .getTextContent());
  }

  private static String text(Element info, String name) {
    var found = info.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private Element ask(String what) {
    var request =
        HttpRequest.newBuilder(vcenter.uri().resolve("/sdk"))
            .header("SOAPAction", "urn:vim25/6.5")
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(
                BodyPublishers.ofString(
                    """
                    <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Body>%s</Body></Envelope>\
                    """
                        .formatted(what)))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.body());
      }
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)))
          .getDocumentElement();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while tasks were asked for", e);
    }
  }
}
