package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A period's accounts as they are told and closed: the whole, or one customer's part.
///
/// @param recorded the part of the period of which anything is
/// @param savedKwh what always being on under the same load would have taken more
/// @param shares they add up to the whole
/// @param agreements what each document in force was expected to save, and did
/// @param servers of the whole alone
/// @param euroAKwh where a price is known
public record Figures(
    Span recorded,
    Method method,
    Estimate kwh,
    Estimate savedKwh,
    List<Share> shares,
    List<Kept> agreements,
    Optional<Servers> servers,
    EmissionFactor co2,
    Optional<Double> euroAKwh) {
  private static final double GRAMS_A_KILOGRAM = 1000;

  public Figures {
    shares = List.copyOf(shares);
    agreements = List.copyOf(agreements);
  }

  /// What turns kilowatt hours into other things.
  public record Factors(EmissionFactor co2, Optional<Double> euroAKwh) {}

  public static Figures of(Accounts accounts, Factors factors) {
    EnergyAccount energy = accounts.energy();
    return new Figures(
        new Span(energy.from(), energy.until()),
        energy.method(),
        energy.kwh(),
        energy.savedKwh(),
        shares(accounts),
        accounts.agreements(),
        Optional.of(Servers.of(energy)),
        factors.co2(),
        factors.euroAKwh());
  }

  private static List<Share> shares(Accounts accounts) {
    EnergyAccount energy = accounts.energy();
    SortedSet<Owner> owners = new TreeSet<>(EnergyLedger.BY_NAME);
    owners.addAll(energy.sharesKwh().keySet());
    owners.addAll(accounts.savedKwh().keySet());
    return owners.stream()
        .map(owner ->
            new Share(
                owner,
                energy.shareOf(owner),
                accounts.savedKwh().getOrDefault(owner, Estimate.ZERO)))
        .toList();
  }

  /// Whose parts there are: who took, slept or had agreed to anything.
  public SortedSet<Owner> owners() {
    SortedSet<Owner> owners = new TreeSet<>(EnergyLedger.BY_NAME);
    shares.forEach(share -> owners.add(share.owner()));
    agreements.forEach(kept -> owners.add(Owner.of(kept.agreement().tenant())));
    return owners;
  }

  /// What of it is one customer's to know.
  public Figures partOf(Owner owner) {
    List<Share> own = shares.stream().filter(share -> share.owner().equals(owner)).toList();
    return new Figures(
        recorded,
        method,
        own.stream().map(Share::kwh).findFirst().orElse(Estimate.ZERO),
        own.stream().map(Share::savedKwh).findFirst().orElse(Estimate.ZERO),
        own,
        agreements.stream()
            .filter(kept -> Owner.of(kept.agreement().tenant()).equals(owner))
            .toList(),
        Optional.empty(),
        co2,
        euroAKwh);
  }

  /// The whole as an account, of which no single host is known.
  public EnergyAccount withoutHosts() {
    var kwhs = new TreeMap<Owner, Double>(EnergyLedger.BY_NAME);
    shares.stream()
        .filter(share -> share.kwh().value() != 0)
        .forEach(share -> kwhs.put(share.owner(), share.kwh().value()));
    Servers all = servers.orElseThrow();
    return new EnergyAccount(
        recorded.from(),
        recorded.until(),
        method,
        kwh,
        savedKwh,
        kwhs,
        all.utilisation(),
        all.siec(),
        List.of());
  }

  public Estimate withoutSleepKwh() {
    return kwh.plus(savedKwh);
  }

  public Estimate savedKilogramsCo2() {
    return kilogramsCo2(savedKwh);
  }

  public Estimate kilogramsCo2(Estimate energy) {
    return energy.times(co2.gramsAKwh() / GRAMS_A_KILOGRAM);
  }

  public Optional<Estimate> euro(Estimate energy) {
    return euroAKwh.map(energy::times);
  }

  /// The same at another price.
  public Figures at(Optional<Double> price) {
    return new Figures(recorded, method, kwh, savedKwh, shares, agreements, servers, co2, price);
  }

  /// What was expected of the documents that had a forecast.
  ///
  /// @param forecasts how many those are
  /// @param without how many others were in force
  public record Expected(Estimate kwh, int forecasts, int without) {}

  public Expected expected() {
    var known = agreements.stream().flatMap(kept -> kept.forecastKwh().stream()).toList();
    return new Expected(
        known.stream().reduce(Estimate.ZERO, Estimate::plus),
        known.size(),
        agreements.size() - known.size());
  }
}
