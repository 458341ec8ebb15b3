/**
 * The ground floor: addresses in one canonical form, and bytes with where and when they came from.
 *
 * <p>Nothing enters from other rooms; every other room stands on these values. {@link org.hearsay.page.PageUrl} is
 * the identity of a page everywhere (two spellings of one address are equal), {@link org.hearsay.page.Host} the unit
 * of politeness, {@link org.hearsay.page.Page} what a fetch brought home, {@link org.hearsay.page.Outlet} who publishes
 * it.
 *
 * <pre>{@code
 * PageUrl url = PageUrl.of("HTTPS://Example.org:443/a/../b?utm_source=x&id=7#top"); // https://example.org/b?id=7
 * Host host = url.host();                                                           // example.org
 * Page page = new Page(url, fetchedAt, 200, List.of(new Header("Content-Type", "text/html")), Bytes.of(body));
 * }</pre>
 */
@NullMarked
package org.hearsay.page;

import org.jspecify.annotations.NullMarked;
