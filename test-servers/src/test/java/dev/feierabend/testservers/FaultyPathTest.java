package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feierabend.testservers.ControlPlane.Part;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyPathTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int A_MOMENT = 1500;

  private static ControlPlane plane;
  private static FaultyPath path;
  private static KubernetesClient through;
  private static KubernetesClient around;

  @BeforeAll
  static void start() {
    plane = ControlPlane.start();
    path = FaultyPath.to(plane, InstantSource.system());
    through = client(Config.fromKubeconfig(path.kubeconfig(plane.adminToken())));
    around = client(Config.fromKubeconfig(plane.kubeconfig().toFile()));
  }

  @AfterAll
  static void stop() {
    if (plane != null) {
      through.close();
      around.close();
      path.close();
      plane.close();
    }
  }

  @AfterEach
  void allIsWell() {
    path.fate(_ -> Mishap.NONE);
    path.cable().mend();
  }

  @Test
  void whereNothingBefallsThemRequestsPassAndAreCounted() {
    create("passes");

    assertThat(there("passes")).isPresent();
    assertThat(path.answered())
        .filteredOn(it -> it.request().body().contains("\"passes\""))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.code()).isEqualTo(201);
          assertThat(it.took()).isTrue();
          assertThat(it.request().namespace()).contains("default");
          assertThat(it.request().userAgent()).contains("fabric8");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 409, 429, 500})
  void whatIsAnsweredOnTheWayNeverArrives(int code) {
    String name = "answered-" + code;
    path.fate(onWrites(new Mishap.Answer(code, Optional.of(Duration.ofSeconds(1)))));

    assertThatThrownBy(() -> create(name))
        .isInstanceOfSatisfying(
            KubernetesClientException.class, said -> assertThat(said.getCode()).isEqualTo(code));

    assertThat(there(name)).isEmpty();
  }

  @Test
  void whatMeetsSilenceOrACutNeitherArrivesNorIsAnswered() {
    for (Mishap mishap : List.of(new Mishap.Silence(), new Mishap.Cut())) {
      path.fate(onWrites(mishap));

      assertThatThrownBy(() -> create("silence")).isInstanceOf(KubernetesClientException.class);
    }

    assertThat(there("silence")).isEmpty();
  }

  @Test
  void anAnswerThatIsLostLeavesWhatWasDone() {
    path.fate(onWrites(new Mishap.Lost()));

    assertThatThrownBy(() -> create("lost")).isInstanceOf(KubernetesClientException.class);

    assertThat(there("lost")).isPresent();
  }

  @Test
  void whatComesLateComes() {
    path.fate(onWrites(new Mishap.Late(Duration.ofMillis(200))));

    create("late");

    assertThat(there("late")).isPresent();
  }

  @Test
  void aWatchThatIsCutGoneOrClampedComesBackByItself() {
    try (var informer = watching()) {
      path.cutWatches();
      seesWhatIsNew(informer, "after-a-cut");

      var once = new AtomicInteger();
      path.fate(asked ->
          asked.watches() && once.getAndIncrement() == 0 ? new Mishap.Gone() : Mishap.NONE);
      path.cutWatches();
      seesWhatIsNew(informer, "after-gone");
      await().atMost(PATIENCE).until(() -> once.get() > 1);

      path.cable().clamp();
      around.resource(configMap("after-a-clamp")).create();
      path.cutWatches();
      path.cable().mend();
      await().atMost(PATIENCE).until(() -> names(informer).contains("after-a-clamp"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETCD", "API_SERVER"})
  void aPartThatIsKilledComesBackWithWhatItHad(Part part) {
    String name = "kept-by-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    create(name);

    plane.kill(part);
    assertThatThrownBy(() -> create("meanwhile")).isInstanceOf(KubernetesClientException.class);
    plane.restart(part);

    await().atMost(PATIENCE).ignoreExceptions().until(() -> there(name).isPresent());
  }

  private static void seesWhatIsNew(SharedIndexInformer<ConfigMap> informer, String name) {
    around.resource(configMap(name)).create();
    await().atMost(PATIENCE).until(() -> names(informer).contains(name));
  }

  private static SharedIndexInformer<ConfigMap> watching() {
    return through.configMaps().inNamespace("default").runnableInformer(0).run();
  }

  private static List<String> names(SharedIndexInformer<ConfigMap> informer) {
    return informer.getStore().list().stream().map(it -> it.getMetadata().getName()).toList();
  }

  private static Function<ApiRequest, Mishap> onWrites(Mishap mishap) {
    return asked -> asked.method().equals("GET") ? Mishap.NONE : mishap;
  }

  private static void create(String name) {
    through.resource(configMap(name)).create();
  }

  private static Optional<ConfigMap> there(String name) {
    return Optional.ofNullable(around.configMaps().inNamespace("default").withName(name).get());
  }

  private static ConfigMap configMap(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("default")
        .withName(name)
        .endMetadata()
        .build();
  }

  private static KubernetesClient client(Config config) {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(config)
                .withRequestTimeout(A_MOMENT)
                .withRequestRetryBackoffLimit(0)
                .build())
        .build();
  }
}
