package dev.feierabend.hypervisor.proxmox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a cluster is asked, without saying by whom or where. Its text shows no parameters, for one
/// may be a password.
///
/// @param path below `/api2/json`, its parts already encoded
record Request(String method, String path, SortedMap<String, String> parameters) {
  static Request get(String path, Map<String, String> parameters) {
    return new Request("GET", path, new TreeMap<>(parameters));
  }

  static Request get(String path) {
    return get(path, Map.of());
  }

  static Request post(String path, Map<String, String> parameters) {
    return new Request("POST", path, new TreeMap<>(parameters));
  }

  /// As a part of a path, or of a form.
  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  boolean reads() {
    return method.equals("GET");
  }

  /// Path and query: what is read has its parameters there, what is written in its body.
  String target() {
    return "/api2/json" + path + (reads() && !parameters.isEmpty() ? "?" + form() : "");
  }

  String form() {
    return parameters.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
