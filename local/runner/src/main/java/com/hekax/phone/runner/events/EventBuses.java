package com.hekax.phone.runner.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.runner.template.Application.Rule;
import com.hekax.phone.runner.template.Naming;
import com.hekax.phone.runner.template.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.event.ruler.GenericMachine;
import software.amazon.event.ruler.RuleCompiler;

/** EventBridge: matches events against the rules of a bus, with AWS's own matcher, and delivers. */
public final class EventBuses {
  /** Where targets are reached. */
  public interface Targets {
    void deliver(Application.Target target, String event);
  }

  private static final System.Logger LOG = System.getLogger(EventBuses.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, GenericMachine<Rule>> buses = new HashMap<>();
  private final Targets targets;

  /**
   * Prepares the rules.
   *
   * @throws TemplateException when a pattern is not one
   */
  public EventBuses(Application application, Targets targets) {
    this.targets = targets;
    application.eventBuses().forEach(bus -> buses.put(bus, GenericMachine.<Rule>builder().build()));
    application.rules().forEach(this::add);
  }

  /** Whether there is a bus of this name or ARN. */
  public boolean has(String bus) {
    return buses.containsKey(Naming.lastPart(bus));
  }

  /**
   * Publishes one event.
   *
   * @param event the whole envelope
   */
  public void publish(String bus, JsonNode event) {
    var machine = buses.get(Naming.lastPart(bus));
    if (machine == null) {
      throw new IllegalArgumentException("There is no event bus " + bus);
    }
    var text = text(event);
    for (var rule : matching(machine, text)) {
      for (var target : rule.targets()) {
        targets.deliver(target, target.input().orElse(text));
      }
    }
  }

  /** The envelope that every consumer gets. */
  public static JsonNode envelope(String source, String detailType, JsonNode detail, String time) {
    var event = JSON.createObjectNode();
    event.put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", detailType).put("source", source);
    event.put("account", Naming.ACCOUNT).put("time", time).put("region", Naming.REGION);
    event.putArray("resources");
    return event.set("detail", detail);
  }

  private void add(Rule rule) {
    var problem = RuleCompiler.check(rule.pattern());
    var machine = buses.get(rule.bus());
    if (problem != null) {
      throw new TemplateException(rule.place() + ": " + rule.name() + ": " + problem);
    }
    if (machine == null) {
      throw new TemplateException(rule.place() + ": there is no event bus " + rule.bus());
    }
    try {
      machine.addRule(rule, rule.pattern());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Iterable<Rule> matching(GenericMachine<Rule> machine, String event) {
    try {
      return machine.rulesForJSONEvent(event);
    } catch (Exception unmatched) {
      LOG.log(System.Logger.Level.ERROR, "An event could not be matched", unmatched);
      throw new IllegalStateException(unmatched);
    }
  }

  private static String text(JsonNode event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
