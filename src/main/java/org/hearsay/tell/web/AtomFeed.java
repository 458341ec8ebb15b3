package org.hearsay.tell.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hearsay.keep.store.StoredClaim;
import org.hearsay.page.Bytes;

/** A search as an Atom feed (RFC 4287). Ids are those of the claims, so that a reader shows each once. */
final class AtomFeed {
    private AtomFeed() {}

    /**
     * @param room where this site is, with its final slash
     * @param now for a feed without entries
     */
    static String of(Address address, List<StoredClaim> claims, String room, Instant now) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(
                    xml,
                    "id",
                    "urn:hearsay:search:" + Bytes.utf8(address.query()).sha256().substring(0, 20));
            element(xml, "title", "Hearsay: " + address.query());
            Instant updated = claims.stream()
                    .map(StoredClaim::firstSeen)
                    .max(Instant::compareTo)
                    .orElse(now);
            element(xml, "updated", updated.toString());
            link(xml, "self", room + address.at("search.atom"));
            link(xml, "alternate", room + address.at("search"));
            for (StoredClaim claim : claims) {
                entry(xml, claim, address, room);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an XML document in memory can always be written", e);
        }
        return out.toString();
    }

    private static void entry(XMLStreamWriter xml, StoredClaim claim, Address address, String room)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:hearsay:claim:" + claim.claim().id());
        element(xml, "title", claim.shown());
        element(xml, "updated", claim.ended().orElse(claim.firstSeen()).toString());
        element(xml, "published", claim.firstSeen().toString());
        link(xml, "alternate", room + "claims/" + claim.claim().id());
        link(xml, "via", claim.url().text());
        xml.writeStartElement("author");
        element(xml, "name", claim.outlet());
        xml.writeEndElement();
        String path =
                Words.path(claim, claim.outlet()).stream().map(Words.Step::name).collect(Collectors.joining(" › "));
        String how = claim.claim().stanceInWords();
        element(
                xml,
                "summary",
                claim.sentence() + "\n" + path + " · " + how + "\nHere because it matches: " + address.query());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(words));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", allowed(href));
    }

    /** XML 1.0 has no way to write some characters (section 2.2); each becomes the one that stands for what cannot be shown. */
    private static String allowed(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            boolean can =
                    c == '\t' || c == '\n' || c >= 0x20 && c < 0xd800 || c >= 0xe000 && c != 0xfffe && c != 0xffff;
            out.appendCodePoint(can ? c : 0xfffd);
        });
        return out.toString();
    }
}
