package org.hearsay.gather.feed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Two ways from text to a tree: by the rules of XML, or as well as it goes. Neither knows DOCTYPE or entities of its own. */
final class Xml {
    private static final SAXParserFactory FACTORY = SAXParserFactory.newDefaultInstance();

    static {
        try {
            FACTORY.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            FACTORY.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            FACTORY.setFeature("http://xml.org/sax/features/external-general-entities", false);
            FACTORY.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            // Prefixes are resolved by TreeBuilder, for which an unbound one is no error.
            FACTORY.setNamespaceAware(false);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every Java platform's own parser has these features", e);
        }
    }

    private Xml() {}

    /** Empty unless the text is well-formed; unbound prefixes do not matter. */
    static Optional<Tree> strict(String text) {
        TreeBuilder builder = new TreeBuilder();
        boolean cut = false;
        try {
            XMLReader reader = FACTORY.newSAXParser().getXMLReader();
            Handler handler = new Handler(builder);
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(new StringReader(text)));
        } catch (TreeBuilder.FullException e) {
            cut = true;
        } catch (SAXException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML parser", e);
        }
        return Optional.of(new Tree(builder.document, cut || builder.passedOver()));
    }

    /** A tree from any text: what is not closed is closed, what is not opened is passed over. */
    static Tree lenient(String text) {
        TreeBuilder builder = new TreeBuilder();
        boolean cut = false;
        // jsoup's own limit only has to be beyond ours: deeper text is flattened there, and refused here.
        Parser parser = Parser.xmlParser().setMaxDepth(2 * TreeBuilder.MAX_DEPTH);
        try {
            NodeTraversor.traverse(new Visitor(builder), parser.parseInput(text, ""));
            builder.flush();
        } catch (TreeBuilder.FullException e) {
            cut = true;
        }
        return new Tree(builder.document, cut || builder.passedOver());
    }

    /** @param cut whether there was more than is kept */
    record Tree(Tag document, boolean cut) {}

    private static final class Handler extends DefaultHandler {
        private final TreeBuilder builder;

        Handler(TreeBuilder builder) {
            this.builder = builder;
        }

        @Override
        public void startElement(String uri, String local, String fullName, Attributes attributes) {
            Map<String, String> map = new LinkedHashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                map.put(attributes.getQName(i), attributes.getValue(i));
            }
            builder.start(fullName, map);
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            builder.text(chars, start, length);
        }

        @Override
        public void endElement(String uri, String local, String fullName) {
            builder.end();
        }

        @Override
        public void endDocument() {
            builder.flush();
        }
    }

    private static final class Visitor implements NodeVisitor {
        private final TreeBuilder builder;

        Visitor(TreeBuilder builder) {
            this.builder = builder;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                builder.text(text.getWholeText());
            } else if (node instanceof Element element && depth > 0) {
                Map<String, String> map = new LinkedHashMap<>();
                for (Attribute attribute : element.attributes()) {
                    map.put(attribute.getKey(), attribute.getValue());
                }
                builder.start(element.tagName(), map);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element && depth > 0) {
                builder.end();
            }
        }
    }
}
