package io.quayside.benchmarks;

import io.quayside.benchmarks.client.ClientMeasures;
import io.quayside.benchmarks.compose.ComposeMeasures;
import io.quayside.benchmarks.files.FileMeasures;
import io.quayside.benchmarks.images.ContextMeasure;
import io.quayside.benchmarks.images.ImageMeasures;
import io.quayside.benchmarks.logs.LogMeasures;
import io.quayside.benchmarks.vm.VmMeasures;
import io.quayside.benchmarks.volumes.VolumeMeasures;
import io.quayside.benchmarks.window.BurstMeasure;
import io.quayside.benchmarks.window.IdleMeasure;
import io.quayside.benchmarks.window.ListFillMeasure;
import io.quayside.benchmarks.window.LogWindowMeasures;
import io.quayside.benchmarks.window.RowLatencyMeasure;
import io.quayside.benchmarks.window.ScrollMeasure;
import io.quayside.benchmarks.window.StartMeasure;
import io.quayside.benchmarks.window.TerminalMeasure;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// Prints the figures whose names begin with the argument, all without one. Ends with 1 if something couldn't be
/// measured, never because of what was measured.
public final class Bench {
    private static final List<Measure> MEASURES = Stream.of(
                    ClientMeasures.all(),
                    VmMeasures.all(),
                    List.of(
                            LogMeasures.all(),
                            LogWindowMeasures.scroll(),
                            LogWindowMeasures.flood(),
                            FileMeasures.all(),
                            ImageMeasures.archives(),
                            ContextMeasure.context(),
                            ComposeMeasures.up20(),
                            VolumeMeasures.archives(),
                            StartMeasure.start100(),
                            IdleMeasure.shown(),
                            IdleMeasure.hidden(),
                            IdleMeasure.onEngine(),
                            ListFillMeasure.list1000(),
                            ListFillMeasure.images2000(),
                            ListFillMeasure.volumes1000(),
                            RowLatencyMeasure.eventToRow(),
                            ScrollMeasure.scroll10000(),
                            BurstMeasure.burst10000(),
                            TerminalMeasure.terminal()))
            .flatMap(List::stream)
            .toList();

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String wanted = args.length == 0 ? "" : args[0];
        List<Measure> chosen =
                MEASURES.stream().filter(measure -> measure.has(wanted)).toList();
        if (chosen.isEmpty()) {
            System.err.println("No figure is called " + wanted + ". There are: "
                    + String.join(
                            " ",
                            MEASURES.stream().flatMap(m -> m.names().stream()).toList()));
            System.exit(2);
        }
        System.exit(print(chosen, wanted));
    }

    private static int print(List<Measure> measures, String wanted) throws IOException, InterruptedException {
        System.out.println("NAME\tOURS\tPEER\tRATIO\tAIM\tUNIT\tWHAT");
        int code = 0;
        for (Measure measure : measures) {
            try {
                for (Figure figure : measure.run().figures()) {
                    if (figure.name().startsWith(wanted)) {
                        System.out.println(figure.line());
                    }
                }
            } catch (NotMeasuredException e) {
                System.err.println(String.join(", ", measure.names()) + ": not measured: " + e.getMessage());
                code = 1;
            }
        }
        return code;
    }
}
