package dev.feierabend.console.api;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How times are told to people: `feierabend.zone`.
@ConfigurationProperties("feierabend")
public record TellingProperties(@DefaultValue("Europe/Berlin") ZoneId zone) {}
