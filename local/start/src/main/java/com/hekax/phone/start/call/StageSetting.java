package com.hekax.phone.start.call;

import com.fasterxml.jackson.core.type.TypeReference;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.DemoData.Person;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sets the sandbox up for a script, and afterwards as it was: also when the script fails, and when
 * Ctrl-C ends the command.
 */
final class StageSetting implements AutoCloseable {
  private final SandboxConsole console;
  private final Stage stage;
  private final Person person;
  private final Map<String, Object> phoneBefore;
  private final Thread onCtrlC = new Thread(this::restore, "restore-sandbox");
  private final AtomicBoolean restored = new AtomicBoolean();

  private StageSetting(SandboxConsole console, Stage stage, Person person)
      throws IOException, InterruptedException {
    this.console = console;
    this.stage = stage;
    this.person = person;
    phoneBefore =
        Json.MAPPER.convertValue(console.phone(person.number()), new TypeReference<>() {});
  }

  /**
   * Sets it up.
   *
   * @param person who is rung first in the business that is called
   */
  static StageSetting set(SandboxConsole console, Stage stage, Person person)
      throws IOException, InterruptedException {
    var setting = new StageSetting(console, stage, person);
    Runtime.getRuntime().addShutdownHook(setting.onCtrlC);
    try {
      if (stage.colleague().isPresent()) {
        console.phone(person.number(), stage.colleague().get().phone());
      }
      if (stage.modelDown()) {
        console.failModel();
      }
    } catch (IOException | InterruptedException | RuntimeException failed) {
      setting.close();
      throw failed;
    }
    return setting;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onCtrlC);
    } catch (IllegalStateException _) {
      // It is being done already.
    }
    restore();
  }

  private void restore() {
    if (restored.getAndSet(true)) {
      return;
    }
    try {
      if (stage.modelDown()) {
        console.healModel();
      }
      if (stage.colleague().isPresent()) {
        console.phone(person.number(), phoneBefore);
      }
    } catch (IOException gone) {
      // A sandbox that has ended has forgotten it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
