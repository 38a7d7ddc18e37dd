package dev.feierabend.console.security;

import dev.feierabend.core.acting.Memory;
import dev.feierabend.policies.fleet.Fleet;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Two doors with one lock (HTTP basic, no sessions): programs come to `/api`, people to the page,
/// whose forms carry a token against forgery.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UserProperties.class)
public class SecurityConfiguration {
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  @Bean
  UserDetailsService users(UserProperties properties, Environment environment) {
    return new Users(properties.users(), environment.acceptsProfiles(Profiles.of("demo")));
  }

  @Bean
  People everybody(UserProperties properties) {
    return new People(properties.users().stream().map(UserProperties.User::caller).toList());
  }

  @Bean
  Powers powers(Memory memory, InstantSource clock) {
    return new Powers(memory.deputies(), clock);
  }

  @Bean
  WebMvcConfigurer gate(Fleet fleet, Powers powers) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Gate(fleet, powers));
      }
    };
  }

  @Bean
  Refusing refusing(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
    return new Refusing(resolver);
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, Refusing refusing) {
    http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .authorizeHttpRequests(ask ->
            ask.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .authenticated())
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new FromAnotherSite()));
    return locked(http, refusing);
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http, Refusing refusing) {
    http.authorizeHttpRequests(ask ->
            ask.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Role.PLATFORM_TEAM.name())
                .anyRequest()
                .authenticated())
        .csrf(csrf -> csrf.csrfTokenRepository(tokens()));
    return locked(http, refusing);
  }

  private static CookieCsrfTokenRepository tokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  private static SecurityFilterChain locked(HttpSecurity http, Refusing refusing) {
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusing))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusing).accessDeniedHandler(refusing))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .build();
  }
}
