package dev.feierabend.console.security;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before every handler of this console: another tenant's things aren't there, then the
/// right is asked for. In that order, so that a "you may not" never tells that something exists.
final class Gate implements HandlerInterceptor {
  private static final String OURS = "dev.feierabend.console";

  private final Fleet fleet;
  private final Powers powers;

  Gate(Fleet fleet, Powers powers) {
    this.fleet = fleet;
    this.powers = powers;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isOurs(method.getBeanType())) {
      check(request, Optional.ofNullable(method.getMethodAnnotation(Needs.class)));
    }
    return true;
  }

  /// Errors are told to strangers too.
  private static boolean isOurs(Class<?> controller) {
    return controller.getName().startsWith(OURS)
        && !ErrorController.class.isAssignableFrom(controller);
  }

  private void check(HttpServletRequest request, Optional<Needs> needs) {
    Caller caller = caller(request);
    Optional<String> tenant = tenant(request);
    tenant.ifPresent(named -> checkTenant(caller, named));
    if (needs.filter(right -> may(caller, right.value(), tenant)).isEmpty()) {
      throw Declined.forbidden();
    }
  }

  private boolean may(Caller caller, Right right, Optional<String> tenant) {
    return tenant
        .map(named -> powers.may(caller, right, new TenantId(named)))
        .orElseGet(() -> caller.may(right));
  }

  private void checkTenant(Caller caller, String tenant) {
    boolean there =
        fleet.customers().stream()
            .filter(customer -> customer.value().equals(tenant))
            .anyMatch((TenantId customer) -> caller.sees(customer));
    if (!there) {
      throw Declined.notFound();
    }
  }

  private static Caller caller(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof Authentication authentication
        && authentication.getPrincipal() instanceof Login login) {
      return login.caller();
    }
    throw Declined.forbidden();
  }

  private static Optional<String> tenant(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? Optional.ofNullable(variables.get("tenant")).map(Object::toString)
        : Optional.empty();
  }
}
