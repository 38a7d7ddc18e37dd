package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Says to whoever asks all that they sent, headers and body, in the dialect in which they asked:
/// SOAP, Proxmox VE's or Redfish's JSON.
public final class EchoingServer implements AutoCloseable {
  /// vSphere is asked who it is before anybody logs in.
  private static final String HELLO =
      """
      <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
      <RetrieveServiceContentResponse xmlns="urn:vim25"><returnval>
      <rootFolder type="Folder">group-d1</rootFolder>
      <sessionManager type="SessionManager">SessionManager</sessionManager>
      </returnval></RetrieveServiceContentResponse></soapenv:Body></soapenv:Envelope>
      """;

  private static final int HANGS_UP = 0;

  private final HttpServer server;
  private final int status;
  private final List<String> said = new CopyOnWriteArrayList<>();

  /// @param status of whatever it says but for its greeting
  public EchoingServer(int status) throws IOException {
    this.status = status;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// One that says hello, hears who one is, and hangs up without a word.
  public static EchoingServer hangingUp() throws IOException {
    return new EchoingServer(HANGS_UP);
  }

  /// All that it has said, or heard and kept to itself, to prove that there was something to be
  /// repeated.
  public List<String> said() {
    return List.copyOf(said);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String headers =
          exchange.getRequestHeaders().values().stream()
              .flatMap(List::stream)
              .collect(Collectors.joining(" "));
      boolean hello = sent.contains("<RetrieveServiceContent");
      String body =
          hello ? HELLO : sent.startsWith("<") ? soap(headers, sent) : json(headers + " " + sent);
      said.add(body);
      if (status == HANGS_UP && !hello) {
        return;
      }
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(hello ? 200 : status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// The envelope that was sent stands in the fault as text.
  private static String soap(String headers, String sent) {
    return """
    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><soapenv:Fault>
    <faultcode>ServerFaultCode</faultcode><faultstring>You said %s</faultstring>
    <detail><SystemErrorFault xmlns="urn:vim25" xsi:type="SystemError"/></detail>
    </soapenv:Fault></soapenv:Body></soapenv:Envelope>
    """
        .formatted((headers + " " + sent).replace("<", "{"));
  }

  /// In whatever either of the two looks at.
  private static String json(String sent) {
    return """
    {"error": {"message": "%1$s"}, "message": "%1$s", "data": "%1$s", "PowerState": "%1$s",
     "BiosVersion": "%1$s",
     "Links": {"Sessions": {"@odata.id": "/redfish/v1/SessionService/Sessions"}}}
    """
        .formatted(sent.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
