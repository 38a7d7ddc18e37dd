package dev.feierabend.console.security;

import java.util.List;
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
  }
}
