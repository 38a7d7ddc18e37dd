package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.fleet.Host;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class MembersTest {
  private static final List<Host> HOSTS = Towns.fleet().hosts();

  @Test
  void theNodeThatTheDocumentNamesIsTheHost() {
    var members = Members.of(HOSTS, List.of(node("n1"), node("one")));

    assertThat(members.node(FIRST)).contains(node("n1"));
    assertThat(members.hosts()).containsEntry("n1", FIRST).doesNotContainKey("one");
  }

  @Test
  void aDocumentsNameIsNotReplacedByAGuessWhereItsNodeIsAbsent() {
    assertThat(Members.of(HOSTS, List.of(node("one"))).node(FIRST)).isEmpty();
  }

  @Test
  void theNodeThatReportsTheHostsUuidGoesBeforeTheOneOfItsName() {
    Node other = reporting("other", "00000000-0000-0000-0000-000000000002");

    assertThat(Members.of(HOSTS, List.of(node("n2"), other)).node(SECOND)).contains(other);
  }

  @Test
  void theCaseOfAUuidDoesNotMatterAndAnEmptyOneIsNone() {
    var hosts =
        List.of(
            new Host(
                dev.feierabend.policies.terms.MachineId.of("ABCDEF00-0000-0000-0000-000000000009"),
                "x",
                HOSTS.getFirst().pool(),
                HOSTS.getFirst().capacity(),
                HOSTS.getFirst().electricity(),
                HOSTS.getFirst().control(),
                HOSTS.getFirst().rack(),
                false,
                HOSTS.getFirst().node(),
                List.of()));
    Node shouting = reporting("loud", "ABCDEF00-0000-0000-0000-000000000009");

    assertThat(Members.of(hosts, List.of(reporting("mute", ""), shouting)).nodes().values())
        .containsExactly(shouting);
  }

  @Test
  void theNodeThatItsCloudKnowsByTheUuidIsTheHostWhereItReportsAnother() {
    Node turned =
        new NodeBuilder(reporting("guest", "00000000-0000-0000-0000-020000000000"))
            .editOrNewSpec()
            .withProviderID("vsphere://00000000-0000-0000-0000-000000000002")
            .endSpec()
            .build();

    assertThat(Members.of(HOSTS, List.of(node("n2"), turned)).node(SECOND)).contains(turned);
  }

  private static Node reporting(String name, String uuid) {
    return new NodeBuilder(node(name))
        .editStatus()
        .withNewNodeInfo()
        .withSystemUUID(uuid)
        .endNodeInfo()
        .endStatus()
        .build();
  }
}
