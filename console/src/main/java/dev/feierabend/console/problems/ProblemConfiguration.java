package dev.feierabend.console.problems;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// One way to say no.
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, Errors.class})
public class ProblemConfiguration {
  @Bean
  Problems problems(MessageSource messages) {
    return new Problems(messages);
  }
}
