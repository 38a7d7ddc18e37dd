package dev.feierabend.hypervisor.vsphere;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;

/// A vCenter that answers what a test wants, for the faults that the simulator doesn't have: two
/// hosts of one cluster, `esx-1` with the guest `web` on it and `esx-2` with nothing.
final class FakeVcenter implements AutoCloseable {
  static final String PASSWORD = "planted-geheim-4711";
  static final MachineId BUSY = MachineId.of("00000000-0000-0000-0000-000000000001");
  static final MachineId IDLE = MachineId.of("00000000-0000-0000-0000-000000000002");
  static final MachineId WEB = MachineId.of("10000000-0000-0000-0000-000000000001");

  private static final Set<String> FOR_EVERYBODY = Set.of("RetrieveServiceContent", "Login");

  /// How it answers a method.
  interface Manner {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<String> collectors = ConcurrentHashMap.newKeySet();
  private final Set<String> ofTasks = ConcurrentHashMap.newKeySet();
  final Map<String, Manner> manners = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final FakeInventory inventory = new FakeInventory();
  volatile String password = PASSWORD;
  volatile int session;
  volatile String task = FakeInventory.change("info.state", "success");

  FakeVcenter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/sdk", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Xml method = method(exchange);
      asked.add(method.name());
      Manner wanted = manners.get(method.name());
      (wanted != null ? wanted : usual(exchange, method)).answer(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Xml method(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      return XmlReader.read(body).at("Body").children().getFirst();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private Manner usual(HttpExchange exchange, Xml method) {
    String cookie = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    if (!FOR_EVERYBODY.contains(method.name()) && !cookie.equals(cookie())) {
      return fault("NotAuthenticated", "The session is not authenticated.");
    }
    return switch (method.name()) {
      case "RetrieveServiceContent" -> returns(FakeInventory.CONTENT);
      case "Login" -> logIn(exchange, method);
      case "CreatePropertyCollector" -> collector();
      case "CreateContainerView" -> returns(ref("ContainerView", "view-" + session));
      case "CreateFilter" -> filter(method);
      case "WaitForUpdatesEx" -> update(method);
      case "ShutdownGuest", "Logout", "DestroyPropertyCollector" -> says(200, wrapped(method, ""));
      case String name when name.endsWith("_Task") -> returns(ref("Task", "task-1"));
      default -> fault("MethodNotFound", method.name());
    };
  }

  private Manner logIn(HttpExchange exchange, Xml method) {
    if (!method.textAt("password").equals(password)) {
      return fault(
          "InvalidLogin", "Cannot complete login due to an incorrect user name or password.");
    }
    session++;
    collectors.clear();
    exchange.getResponseHeaders().add("Set-Cookie", cookie() + "; Path=/; HttpOnly; Secure");
    return returns("<returnval><key>%s</key></returnval>".formatted(session));
  }

  private String cookie() {
    return "vmware_soap_session=\"%d\"".formatted(session);
  }

  private Manner collector() {
    String name = "own-" + asked.size();
    collectors.add(name);
    return returns(ref("PropertyCollector", name));
  }

  private Manner filter(Xml method) {
    if (method.textAt("spec", "propSet", "type").equals("Task")) {
      ofTasks.add(method.textAt("_this"));
    }
    return returns(ref("PropertyFilter", "filter"));
  }

  private Manner update(Xml method) {
    if (!collectors.contains(method.textAt("_this"))) {
      return fault("ManagedObjectNotFound", "The object has already been deleted.");
    }
    if (ofTasks.contains(method.textAt("_this"))) {
      boolean first = method.textAt("version").isEmpty();
      return first || task.contains(">success<") || task.contains(">error<")
          ? returns(FakeInventory.update("1", FakeInventory.object("Task", "task-1", task)))
          : says(200, wrapped(method, ""));
    }
    return inventory
        .news(method.textAt("version"))
        .map(FakeVcenter::returns)
        .orElse(says(200, wrapped(method, "")));
  }

  /// The session ends, as it does after half an hour, or when the server restarts.
  void expire() {
    session++;
  }

  static String ref(String type, String value) {
    return "<returnval type=\"%s\">%s</returnval>".formatted(type, value);
  }

  private static String wrapped(Xml method, String content) {
    return envelope("<%1$sResponse>%2$s</%1$sResponse>".formatted(method.name(), content));
  }

  static String envelope(String body) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>\
    """
        .formatted(body);
  }

  static Manner returns(String values) {
    return says(200, envelope("<Response xmlns=\"urn:vim25\">%s</Response>".formatted(values)));
  }

  static Manner fault(String kind, String sentence) {
    return says(
        500,
        envelope(
            """
            <soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>%2$s</faultstring>
            <detail><%1$sFault xmlns="urn:vim25" xsi:type="%1$s"/></detail></soapenv:Fault>\
            """
                .formatted(kind, sentence)));
  }

  static Manner says(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  Manner hangs() {
    return _ -> end.await();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// More patient than any machine that the tests run on is slow.
  Vcenter client(InstantSource clock) {
    return client(clock, Duration.ofSeconds(30), () -> login(PASSWORD));
  }

  Vcenter client(InstantSource clock, Duration patience, Supplier<VsphereLogin> logins) {
    return new Vcenter(
        new VsphereServer("vcenter-1", uri()),
        new VsphereClient(HttpClient.newHttpClient(), patience),
        logins,
        clock);
  }

  static VsphereLogin login(String password) {
    return new VsphereLogin("feierabend@vsphere.local", password);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
