package dev.feierabend.console.pages;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/// Puts the page together.
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/feierabend/console/console.properties")
@Import({
  NowPart.class,
  Comparisons.class,
  Weeks.class,
  PromisesPart.class,
  PeoplePart.class,
  WishesPart.class,
  WordPart.class,
  Present.class,
  PastPart.class,
  Corrections.class,
  EveryField.class,
  Page.class,
  PageController.class,
  ReportPage.class,
  DrillsPage.class,
  AgreementPage.class,
  DecisionForms.class,
  DraftForms.class,
  EndingForms.class,
  OverrideForms.class,
  DeputyForms.class,
  FreezeForms.class
})
public class PageConfiguration {}
