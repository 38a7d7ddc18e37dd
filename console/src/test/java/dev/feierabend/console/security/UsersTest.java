package dev.feierabend.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.console.security.UserProperties.User;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final String HASH = "{bcrypt}$2a$04$abcdefghijklmnopqrstuv";

  @Test
  void aUserIsKnownByNameAndItsPasswordIsNotPrinted() {
    var users = new Users(List.of(customer("anna", HASH)), false);

    assertThat(users.loadUserByUsername("anna").getPassword()).isEqualTo(HASH);
    assertThat(users.loadUserByUsername("anna").toString()).doesNotContain("bcrypt");
  }

  @Test
  void aPlainPasswordIsForTheDemoAlone() {
    var plain = List.of(customer("anna", "{noop}secret"));

    assertThatThrownBy(() -> new Users(plain, false))
        .hasMessageContaining("begins with {bcrypt}")
        .hasMessageNotContaining("secret");
    assertThat(new Users(plain, true).loadUserByUsername("anna")).isNotNull();
  }

  @Test
  void aPasswordWithoutAKindIsRefusedEvenInTheDemo() {
    assertThatThrownBy(() -> new Users(List.of(customer("anna", "secret")), true))
        .hasMessageContaining("\"anna\"");
  }

  @Test
  void namesAreGivenOnce() {
    var twice = List.of(customer("anna", HASH), customer("anna", HASH));

    assertThatThrownBy(() -> new Users(twice, false)).hasMessageContaining("\"anna\" twice");
  }

  @Test
  void aCustomerHasATenantAndTheTeamHasNone() {
    var homeless = new User("anna", HASH, Role.CUSTOMER, List.of(), "anna-1");
    var partial = new User("paula", HASH, Role.PLATFORM_TEAM, List.of("ahausen"), "team-1");

    assertThatThrownBy(() -> new Users(List.of(homeless), false))
        .hasMessageContaining("at least one tenant");
    assertThatThrownBy(() -> new Users(List.of(partial), false))
        .hasMessageContaining("Expected no tenants");
  }

  private static User customer(String name, String password) {
    return new User(name, password, Role.CUSTOMER, List.of("ahausen"), name + "-1");
  }
}
