package com.hekax.phone.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.fixtures.TestResponse;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** TwiML that a webhook answered, looked at as the XML it is. */
public record Twiml(Document document, String text) {

  /** What Twilio was answered. */
  public static Twiml of(TestResponse response) {
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("content-type")).contains("text/xml; charset=utf-8");
    return parse(response.text());
  }

  /** Fails unless it is the XML, whatever its spaces and the order of its attributes. */
  public void is(String expected) {
    assertThat(document.isEqualNode(parse(expected).document()))
        .as("%s is%n%s", text, expected)
        .isTrue();
  }

  /** The verbs, from the first to the last. */
  public List<String> verbs() {
    return children(document.getDocumentElement()).map(Node::getNodeName).toList();
  }

  /** The token of the stream. */
  public String token() {
    return element("Parameter").getAttribute("value");
  }

  /** Which stream it is. */
  public String session() {
    return afterQuery(element("Connect").getAttribute("action"));
  }

  /** Which people are rung. */
  public String transfer() {
    return afterQuery(element("Dial").getAttribute("action"));
  }

  /** The numbers that are rung. */
  public List<String> numbers() {
    return children(element("Dial")).map(Node::getTextContent).toList();
  }

  private static String afterQuery(String action) {
    return action.substring(action.indexOf('=') + 1, action.indexOf('#'));
  }

  private Element element(String name) {
    var found = document.getElementsByTagName(name);
    assertThat(found.getLength()).as("%s in %s", name, text).isEqualTo(1);
    return (Element) found.item(0);
  }

  private static java.util.stream.Stream<Node> children(Node node) {
    return IntStream.range(0, node.getChildNodes().getLength())
        .mapToObj(node.getChildNodes()::item);
  }

  public static Twiml parse(String xml) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      var document = builder.parse(new InputSource(new StringReader(xml)));
      strip(document);
      return new Twiml(document, xml);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(xml, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void strip(Node node) {
    for (var child : new ArrayList<>(children(node).toList())) {
      if (child.getNodeType() == Node.TEXT_NODE && child.getTextContent().isBlank()) {
        node.removeChild(child);
      } else {
        strip(child);
      }
    }
  }
}
