package dev.feierabend.core.time;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class QuartzTimetableTest extends TimetableContract {
  private final QuartzTimetable quartz = new QuartzTimetable("test-" + System.nanoTime());

  @AfterEach
  void close() {
    quartz.close();
  }

  @Override
  protected Timetable timetable() {
    return quartz;
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Override
  protected void letPass(Duration duration) {
    Instant end = now().plus(duration);
    await().pollInterval(Duration.ofMillis(10)).until(() -> now().isAfter(end));
  }
}
