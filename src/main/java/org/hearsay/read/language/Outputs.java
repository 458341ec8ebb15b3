package org.hearsay.read.language;

import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a network says of a window, by the names of its outputs: a row for each piece. */
record Outputs(List<Part> window, Map<String, FloatBuffer> values) {
    /** @param names of the outputs to keep; copies, which outlive the result */
    static Outputs of(List<Part> window, OrtSession.Result result, Set<String> names) {
        Map<String, FloatBuffer> values = new HashMap<>();
        names.forEach(name -> values.put(name, Encoder.output(result, name)));
        return new Outputs(window, values);
    }

    /** The rows of a part's words. */
    float[][] rows(String name, int part) {
        return Encoder.rows(
                Objects.requireNonNull(values.get(name)), Part.length(window), window.get(part), begin(window, part));
    }

    /** Where a part begins in a window. */
    static int begin(List<Part> window, int part) {
        return Part.length(window.subList(0, part));
    }
}
