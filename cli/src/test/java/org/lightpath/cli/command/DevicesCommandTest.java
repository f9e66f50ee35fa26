package org.lightpath.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.lightpath.cli.ExitCode;

/** Engines and devices, and the engine that an installation may lack. */
class DevicesCommandTest {
  @Test
  void anEngineThatIsMissingIsListedWithItsReason() {
    Console console = Console.run("devices");
    assertThat(console.code()).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).contains("cpu:0").containsPattern("tornado: .*TORNADOVM_HOME");
  }

  @Test
  void jsonListsItToo() throws IOException {
    JsonNode engines = new ObjectMapper().readTree(Console.run("devices", "--json").out());
    JsonNode tornado =
        StreamSupport.stream(engines.get("engines").spliterator(), false)
            .filter(engine -> engine.get("name").asText().equals("tornado"))
            .findFirst()
            .orElseThrow();
    assertThat(tornado.get("available").asBoolean()).isFalse();
    assertThat(tornado.get("reason").asText()).contains("TORNADOVM_HOME");
    assertThat(tornado.get("devices")).isEmpty();
  }

  @Test
  void askingForItEndsWithItsReason() {
    Console console = Console.run("bench", "fiber", "--engine", "tornado");
    assertThat(console.code()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(console.err()).contains("engine 'tornado' is not available", "TORNADOVM_HOME");
  }
}
