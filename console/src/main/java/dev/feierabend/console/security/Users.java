package dev.feierabend.console.security;

import dev.feierabend.console.security.UserProperties.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/// The configured users. A configuration that would let somebody in by mistake ends the start.
final class Users implements UserDetailsService {
  private final Map<String, Login> logins = new HashMap<>();

  /// @param plain whether `{noop}` passwords pass: only where nothing is at stake
  Users(List<User> users, boolean plain) {
    for (User user : users) {
      checkPassword(user, plain);
      if (logins.put(user.name(), new Login(user.caller(), user.password())) != null) {
        throw new IllegalArgumentException(
            "Expected users of different names but found \"%s\" twice".formatted(user.name()));
      }
    }
  }

  private static void checkPassword(User user, boolean plain) {
    boolean fits =
        user.password().startsWith("{bcrypt}") || (plain && user.password().startsWith("{noop}"));
    if (!fits) {
      throw new IllegalArgumentException(
          "Expected a password of \"%s\" that begins with {bcrypt} but found another kind; {noop} is for the profile demo alone"
              .formatted(user.name()));
    }
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    Login login = logins.get(username);
    if (login == null) {
      throw new UsernameNotFoundException("Expected a configured user");
    }
    return login;
  }
}
