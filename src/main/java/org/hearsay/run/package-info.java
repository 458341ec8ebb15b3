/**
 * Drives it: host visits, intake, the clerk that fills the index, the timetable, rebuild.
 *
 * <p>A visit to one host is the unit of work and of politeness; intake of a page is one transaction; the clerk moves
 * the index queue into the index, the story desk settles the stories of what was filed.
 *
 * <p>Any number of processes may do so on one store. A host is a row that one of them has by a lease: he is heard of every
 * few seconds, begins no request that could outlast it, and when he is silent for too long another takes the row and goes
 * on. Everybody goes by the store's clock. What decides by what it reads, as filing and settling do, is done by one at a
 * time; fetching and reading, which cost most, are not.
 *
 * <pre>{@code
 * CrawlReport report = new Crawl(parts).once(feeds, Progress.NONE);
 * System.out.println(report.inWords());
 * }</pre>
 */
@NullMarked
package org.hearsay.run;

import org.jspecify.annotations.NullMarked;
