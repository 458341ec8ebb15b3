/**
 * Drives it: host visits, intake, the clerk that fills the index, the timetable, rebuild.
 *
 * <p>A visit to one host is the unit of work and of politeness; intake of a page is one transaction; the clerk moves
 * the index queue into the index, the story desk settles the stories of what was filed.
 *
 * <pre>{@code
 * CrawlReport report = new Crawl(parts).once(feeds, Progress.NONE);
 * System.out.println(report.inWords());
 * }</pre>
 */
@NullMarked
package org.hearsay.run;

import org.jspecify.annotations.NullMarked;
