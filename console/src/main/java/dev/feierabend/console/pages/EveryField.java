package dev.feierabend.console.pages;

import jakarta.validation.Validator;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Lets every field of a form be judged, also where another one can't be read: Spring Boot's own
/// validator knows whole objects only, and there is none then.
@ControllerAdvice(basePackageClasses = EveryField.class)
final class EveryField {
  private final Validator validator;

  EveryField(Validator validator) {
    this.validator = validator;
  }

  @InitBinder
  void judgeByField(WebDataBinder binder) {
    binder.replaceValidators(new SpringValidatorAdapter(validator));
  }
}
