package dev.feierabend.console.security;

import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may log in: `feierabend.users[]`.
@ConfigurationProperties("feierabend")
public record UserProperties(@DefaultValue List<User> users) {
  public UserProperties {
    users = List.copyOf(users);
  }

  /// `password` begins with `{bcrypt}`; `actor` is the pseudonym that the journal keeps.
  public record User(
      String name, String password, Role role, @DefaultValue List<String> tenants, String actor) {
    public User {
      tenants = List.copyOf(tenants);
    }

    /// @throws IllegalArgumentException where role and tenants don't fit, or one is misspelled
    Caller caller() {
      return new Caller(
          name,
          role,
          tenants.stream().map(TenantId::new).collect(Collectors.toSet()),
          new ActorId(actor));
    }
  }
}
