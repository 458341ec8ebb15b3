package org.hearsay.keep.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Values in parts that one statement can have: engines bound how many. */
final class Chunks {
    private static final int AT_ONCE = 256;

    private Chunks() {}

    /** In the order given. */
    private static <T> List<List<T>> of(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            chunks.add(filled(all.subList(at, Math.min(all.size(), at + AT_ONCE))));
        }
        return chunks;
    }

    /** With the last value over again, which finds no row twice: a dozen statements do for all numbers of values. */
    private static <T> List<T> filled(List<T> some) {
        List<T> filled = new ArrayList<>(some);
        while (Integer.bitCount(filled.size()) > 1) {
            filled.add(some.get(some.size() - 1));
        }
        return filled;
    }

    /**
     * What a query finds of some values, in the order of these parts, and within a part as the query has it.
     *
     * @param sql where {@code <some>} stands for the values
     * @param values each counts once
     */
    static <R> List<R> rows(Handle handle, String sql, Collection<?> values, RowMapper<R> mapper) {
        List<R> rows = new ArrayList<>();
        for (List<?> some : of(values.stream().distinct().toList())) {
            rows.addAll(
                    handle.createQuery(sql).bindList("some", some).map(mapper).list());
        }
        return rows;
    }

    /** What a query tells of each value that it knows, by that value, which a row has in its first column. */
    static <R> Map<String, R> each(Handle handle, String sql, Collection<String> values, RowMapper<R> told) {
        Map<String, R> each = new HashMap<>();
        rows(handle, sql, values, (row, context) -> Map.entry(row.getString(1), told.map(row, context)))
                .forEach(one -> each.put(one.getKey(), one.getValue()));
        return each;
    }

    /**
     * As {@link #rows}, in the order of the values.
     *
     * @param value that a row was asked for by; no two rows have the same
     */
    static <V, R> List<R> inOrder(
            Handle handle, String sql, Collection<V> values, RowMapper<R> mapper, Function<R, V> value) {
        Map<V, R> found = new HashMap<>();
        rows(handle, sql, values, mapper).forEach(row -> found.put(value.apply(row), row));
        return values.stream()
                .distinct()
                .flatMap(one -> Optional.ofNullable(found.get(one)).stream())
                .toList();
    }
}
