/**
 * What a feed is and says.
 *
 * <p>In comes a feeds.txt or a fetched body, out come {@link org.hearsay.gather.feed.FeedList},
 * {@link org.hearsay.gather.feed.FeedReading} and {@link org.hearsay.gather.feed.FeedState}. Reading is pure. What
 * is missing or impossible in a feed is absent here, never guessed.
 *
 * <p>A feed is read in stages, each tried only when the one before fell short: strict (well-formed, and a feed to
 * Rome), repaired (the same after the text was mended), lenient (our own reading of jsoup's tree). In all of them the
 * values come from one tree of {@code Tag}, whoever built it, so that a broken feed gives what a whole one would. All
 * input is hostile: DOCTYPE goes before any parser sees it, depth, elements and entries are bounded while the tree is
 * built, what is no XML is mended only so far, and only then does a library with recursion of its own get to see the
 * text. A feed that is cut says so among its problems.
 *
 * <p>News sitemaps and JSON Feed have readers of their own. {@link org.hearsay.gather.feed.Pace} is what a feed says of
 * its own timetable, {@link org.hearsay.gather.feed.Opml} the form in which lists are exchanged, and
 * {@link org.hearsay.gather.feed.SiteFeeds} says where a site's feeds may be.
 *
 * <p>{@link org.hearsay.gather.feed.FeedState} is what is kept of a feed between visits, and
 * {@link org.hearsay.gather.feed.FeedHealth} says it in words, the same ones wherever they are shown.
 *
 * <pre>{@code
 * FeedList list = FeedList.parse(Files.readString(feedsFile));
 * switch (new FeedReader().read(page)) {
 *     case Readable feed -> feed.entries().forEach(e -> System.out.println(e.title() + " " + e.link()));
 *     case Unreadable no -> System.out.println(no.problem());
 * }
 * }</pre>
 */
@NullMarked
package org.hearsay.gather.feed;

import org.jspecify.annotations.NullMarked;
