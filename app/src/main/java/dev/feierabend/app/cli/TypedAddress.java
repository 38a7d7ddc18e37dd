package dev.feierabend.app.cli;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Where to listen: `127.0.0.1:8790`, `[::1]:8790`, or a port alone for every address.
final class TypedAddress implements ITypeConverter<InetSocketAddress> {
  @Override
  public InetSocketAddress convert(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      return colon < 0
          ? new InetSocketAddress(port)
          : new InetSocketAddress(text.substring(0, colon), port);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "expected a host and a port, for example 127.0.0.1:8790, found \"%s\"".formatted(text));
    }
  }
}
