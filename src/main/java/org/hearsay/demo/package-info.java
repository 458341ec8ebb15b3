/**
 * A small newsroom on loopback: fifteen invented outlets, each a host of its own, that tell one week of one story.
 *
 * <p>It is there for a first run on a machine without a network, and for tests, which know what is hidden in it from
 * {@code planted.json}. Everything is written for it and invented; nothing on its pages happened. The pages are real
 * newspaper HTML of different kinds, with what a reader of news meets every day: navigation, teasers, captions,
 * consent pages, stubs before a paywall, feeds that moved or broke. In edition 2 one article is edited and one takes a
 * claim back; everything else stays as it was, byte for byte.
 *
 * <pre>{@code
 * try (Newsroom newsroom = Newsroom.open(0, () -> 1)) {
 *     newsroom.feedLines().forEach(System.out::println);  // http://star.localhost:40123/rss.xml outlet="The Harbour Star"
 * }
 * }</pre>
 *
 * <p>An outlet is a folder of resources: {@code site.properties} (its name, and how it marks up a paragraph, an item
 * …), {@code routes.txt} (what answers under which path), {@code article.html} and feed templates, and one text file
 * an article. To add an article, write its file and its line in {@code routes.txt}; it shows up in the outlet's feed.
 * The host names end in {@code .localhost}, which RFC 6761 reserves for the loopback address.
 */
@NullMarked
package org.hearsay.demo;

import org.jspecify.annotations.NullMarked;
