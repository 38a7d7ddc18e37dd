package dev.feierabend.app.cli;

import dev.feierabend.core.reporting.energy.HostEnergy;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A report's hosts as CSV (RFC 4180), a line each, for whatever reckons on.
final class ReportTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "host",
              "name",
              "kwh",
              "kwh_uncertainty",
              "saved_kwh",
              "saved_kwh_uncertainty",
              "hours_on",
              "hours_off",
              "hours_unknown",
              "boots")
          .get();

  private ReportTable() {}

  static void print(List<HostEnergy> hosts, Appendable to) {
    try (var csv = new CSVPrinter(to, FORMAT)) {
      for (HostEnergy host : hosts) {
        csv.printRecord(
            host.host(),
            host.name(),
            host.kwh().value(),
            host.kwh().uncertainty(),
            host.savedKwh().value(),
            host.savedKwh().uncertainty(),
            host.hoursOn(),
            host.hoursOff(),
            host.hoursUnknown(),
            host.boots());
      }
    } catch (IOException e) {
      throw new IllegalStateException("A console takes what is printed", e);
    }
  }
}
