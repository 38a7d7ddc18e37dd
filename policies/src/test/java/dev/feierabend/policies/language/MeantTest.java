package dev.feierabend.policies.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeantTest {

  @Test
  void aZoneWithASlipOrWithoutItsContinent() {
    assertThat(Meant.zone("Europe/Berln")).contains("Europe/Berlin");
    assertThat(Meant.zone("berlin")).contains("Europe/Berlin");
    assertThat(Meant.zone("Atlantis")).isEmpty();
  }

  @Test
  void daysInEnglishAndGermanLongAndShort() {
    assertThat(Meant.weekTime("Mo 20:00")).contains("Mon 20:00");
    assertThat(Meant.weekTime("Dienstag, 20:00")).contains("Tue 20:00");
    assertThat(Meant.weekTime("Mi. 6:30")).contains("Wed 06:30");
    assertThat(Meant.weekTime("thursday 20:00")).contains("Thu 20:00");
    assertThat(Meant.weekTime("So 20:00")).contains("Sun 20:00");
    assertThat(Meant.weekTime("Mpn 20:00")).contains("Mon 20:00");
  }

  @Test
  void runsOfDays() {
    assertThat(Meant.days("Mo-Do")).contains("Mon-Thu");
    assertThat(Meant.days("Montag, Mittwoch")).contains("Mon,Wed");
    assertThat(Meant.days("mon-fri")).contains("Mon-Fri");
    assertThat(Meant.days("Mo,Mo")).isEmpty();
    assertThat(Meant.days("weekdays")).isEmpty();
  }

  @Test
  void onlyWhatWouldBeAcceptedIsProposed() {
    assertThat(Meant.weekTime("Mon 24:00")).isEmpty();
    assertThat(Meant.weekTime("Xyz 20:00")).isEmpty();
    assertThat(Meant.weekTime("Monday")).isEmpty();
  }
}
