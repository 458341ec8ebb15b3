/**
 * What a feed is and says.
 *
 * <p>In comes a feeds.txt or a fetched body, out come {@link org.hearsay.gather.feed.FeedList},
 * {@link org.hearsay.gather.feed.FeedReading} and {@link org.hearsay.gather.feed.FeedState}. Reading is pure. What
 * is missing or impossible in a feed is absent here, never guessed.
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
