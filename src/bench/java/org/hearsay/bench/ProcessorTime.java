package org.hearsay.bench;

import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations per second of processor time of the whole process: what the garbage collector and the compiler take on
 * their own threads counts too, and what other programs take does not.
 */
public final class ProcessorTime implements InternalProfiler {
    static final String LABEL = "perProcessorSecond";

    private long startedAtNanos;

    @Override
    public String getDescription() {
        return "operations per second of processor time";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        startedAtNanos = Spent.byProcess();
    }

    @Override
    public List<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = (Spent.byProcess() - startedAtNanos) / 1e9;
        double score = result.getMetadata().getAllOps() / seconds;
        return List.of(new ScalarResult(LABEL, score, "ops/s", AggregationPolicy.AVG));
    }
}
