package org.hearsay.read.language;

import org.jspecify.annotations.Nullable;

/** One way to write a date or a period of the calendar. Immutable. */
interface DateForm {
    /** The date that starts at the piece {@code at}, if this form is there. */
    @Nullable
    FoundDate at(Line line, int at, Published published);
}
