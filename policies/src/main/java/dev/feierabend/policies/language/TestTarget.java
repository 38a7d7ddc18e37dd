package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Complaints;
import dev.feierabend.policies.yaml.Found;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import dev.feierabend.policies.yaml.Shape;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/// `https://permits.example.de/health` or `tcp://db.example.de:5432`; what is wrong with another
/// one is told in a word.
final class TestTarget implements Shape<ReadinessTest> {
  private static final String EXPECTED =
      "a test, for example https://permits.example.de/health or tcp://db.example.de:5432";

  private static final Set<String> SCHEMES = Set.of("http", "https", "tcp");
  private static final Pattern ANYTHING = Pattern.compile(".+");
  private static final int LAST_PORT = 65_535;

  private static final Scalar<URI> ADDRESS =
      Scalars.of(EXPECTED, text -> URI.create(Scalars.matching(ANYTHING, text)));

  @Override
  public String expected() {
    return EXPECTED;
  }

  @Override
  public Optional<ReadinessTest> read(Node node, Complaints complaints) {
    Read<URI> address = ADDRESS.at(node, complaints);
    Optional<String> wrong = address.found().flatMap(TestTarget::wrong);
    wrong.ifPresent(found -> complaints.add(address.at(), EXPECTED, found));
    return address
        .found()
        .filter(_ -> wrong.isEmpty())
        .map(target -> new ReadinessTest(target, address.at()));
  }

  /// Credentials aren't repeated.
  private static Optional<String> wrong(URI target) {
    String authority = target.getRawAuthority();
    return authority != null && authority.contains("@")
        ? Optional.of("an address with credentials in it")
        : fault(target).map(fault -> Found.quoted(target.toString()) + ", " + fault);
  }

  private static Optional<String> fault(URI target) {
    if (target.getScheme() == null || !SCHEMES.contains(target.getScheme())) {
      return Optional.of("which begins with none of http://, https:// and tcp://");
    }
    if (target.getHost() == null) {
      return Optional.of("which names no host");
    }
    boolean tcp = target.getScheme().equals("tcp");
    if (tcp && target.getPort() == -1) {
      return Optional.of("which names no port");
    }
    if (target.getPort() == 0 || target.getPort() > LAST_PORT) {
      return Optional.of("whose port is none from 1 to " + LAST_PORT);
    }
    return tcp && !target.toString().equals("tcp://" + target.getRawAuthority())
        ? Optional.of("which names more than a host and a port")
        : Optional.empty();
  }
}
