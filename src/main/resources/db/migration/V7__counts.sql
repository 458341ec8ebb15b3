-- Feeds.endingsByFeed, so that the page of feeds reads no entry.
CREATE INDEX entries_by_feed_ending ON entries (feed, ending);
