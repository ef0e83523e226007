package com.hekax.phone.sandbox.twilio.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads TwiML. */
public final class Twiml {
  /** "Document parse failure". */
  private static final int NO_XML = 12100;

  /** "Schema validation warning"; here it is an error, so that nobody overlooks it. */
  private static final int NO_TWIML = 12200;

  /**
   * The verbs of a document.
   *
   * @throws TwimlException when it is no XML, or holds a name or value that TwiML does not have
   */
  public static List<Element> verbs(String document) throws TwimlException {
    var response = element(parsed(document));
    if (!response.name().equals("Response")) {
      throw new TwimlException(NO_TWIML, "The document is a <" + response.name() + ">");
    }
    var verbs = response.children();
    for (int i = 1; i < verbs.size(); i++) {
      if (verbs.get(i).name().equals("Reject")) {
        throw new TwimlException(NO_TWIML, "<Reject> is the first verb or none");
      }
    }
    return verbs;
  }

  private static org.w3c.dom.Element parsed(String document) throws TwimlException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new TwimlException(NO_XML, String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element element(org.w3c.dom.Element node) throws TwimlException {
    var name = node.getTagName();
    var rule = Vocabulary.rules().get(name);
    if (rule == null) {
      throw new TwimlException(NO_TWIML, "There is no <" + name + ">");
    }
    var children = new ArrayList<Element>();
    var text = new StringBuilder();
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      switch (child) {
        case org.w3c.dom.Element inner -> {
          if (!rule.children().contains(inner.getTagName())) {
            throw new TwimlException(
                NO_TWIML, "There is no <" + inner.getTagName() + "> in a <" + name + ">");
          }
          var read = element(inner);
          children.add(read);
          text.append(rule.holdsText() ? read.text() : "");
        }
        case CharacterData data when data.getNodeType() != Node.COMMENT_NODE ->
            text.append(data.getData());
        default -> {}
      }
    }
    if (!rule.holdsText() && !text.toString().isBlank()) {
      throw new TwimlException(NO_TWIML, "There is no text in a <" + name + ">");
    }
    return new Element(
        name, attributes(node, rule), List.copyOf(children), text.toString().strip());
  }

  private static Map<String, String> attributes(org.w3c.dom.Element node, Vocabulary.Rule rule)
      throws TwimlException {
    var attributes = new TreeMap<String, String>();
    for (int i = 0; i < node.getAttributes().getLength(); i++) {
      var attribute = (Attr) node.getAttributes().item(i);
      var pattern = rule.attributes().get(attribute.getName());
      if (pattern == null) {
        throw new TwimlException(
            NO_TWIML, "A <" + node.getTagName() + "> has no " + attribute.getName());
      }
      if (!pattern.matcher(attribute.getValue()).matches()) {
        throw new TwimlException(
            NO_TWIML,
            "%s=\"%s\" is nothing for a <%s>"
                .formatted(attribute.getName(), attribute.getValue(), node.getTagName()));
      }
      attributes.put(attribute.getName(), attribute.getValue());
    }
    return Map.copyOf(attributes);
  }

  /** The exception says it; nothing need be printed. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(@Nullable SAXParseException warning) {}

    @Override
    public void error(SAXParseException error) throws SAXException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }

  private Twiml() {}
}
