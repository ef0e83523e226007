package com.hekax.phone.live.socket;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.live.Frame;
import com.hekax.phone.live.Frames;
import com.hekax.phone.live.Frames.Missed;
import com.hekax.phone.live.LiveLinks;
import com.hekax.phone.live.LiveWiring;
import com.hekax.phone.platform.aws.OpenConnections;
import com.hekax.phone.platform.aws.OpenConnections.Sending;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what a page says: a ping, which keeps its link from idling out, and a wish to have what
 * it missed.
 */
public final class LiveMessageHandler extends LiveSocketHandler {
  private final OpenConnections connections;
  private final LiveLinks links;
  private final Frames frames;
  private final InstantSource clock;

  public LiveMessageHandler() {
    this(LiveWiring.connections(), LiveWiring.links(), LiveWiring.frames(), LiveWiring.clock());
  }

  LiveMessageHandler(
      OpenConnections connections, LiveLinks links, Frames frames, InstantSource clock) {
    this.connections = connections;
    this.links = links;
    this.frames = frames;
    this.clock = clock;
  }

  @Override
  int handle(SocketEvent event) {
    var link = event.connectionId();
    switch (PageMessage.read(event.text())) {
      case PageMessage.Ping _ -> answer(link, List.of(answer("pong", Map.of())));
      case PageMessage.Resume(var after) -> resume(link, after);
      case PageMessage.Unknown _ -> Metrics.ofService().count("IgnoredMessages", 1).write();
    }
    return 200;
  }

  /** Whose frames they are is known from the link alone. */
  private void resume(String link, Optional<Long> after) {
    links
        .organizationOf(link)
        .map(organization -> frames.after(organization, after))
        .ifPresentOrElse(
            missed -> answer(link, answers(missed)),
            // The page notices that no answer comes and opens a new link.
            () -> Log.warn("A page asked over a link that is not known"));
  }

  private List<Frame> answers(Missed missed) {
    var answers = new ArrayList<>(missed.frames());
    answers.add(answer("resumed", Map.of("seq", missed.seq(), "complete", missed.complete())));
    return answers;
  }

  private Frame answer(String type, Map<String, ?> data) {
    return Frame.answer(type, clock.instant(), data);
  }

  private void answer(String link, List<Frame> answers) {
    for (var answer : answers) {
      switch (connections.send(link, answer.json())) {
        case Sending.Sent _ -> {}
        case Sending.Gone _ -> {
          links.close(link);
          return;
        }
        // The page notices that the answer does not come to its end and opens a new link.
        case Sending.Failed(var reason) -> {
          Log.warn("A page could not be answered", field("reason", reason));
          return;
        }
      }
    }
  }
}
