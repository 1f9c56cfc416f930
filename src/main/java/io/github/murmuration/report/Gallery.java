package io.github.murmuration.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The figures of a report, drawn and ready to be written, or why they could not be drawn: that must not cost the rest.
 *
 * @param problem empty where there is none
 */
record Gallery(List<FigureFiles> figures, String problem) {

    private static final String PAGE = "report.html";

    /** Before anything is drawn. */
    private static final Gallery EMPTY = new Gallery(List.of(), "");

    /** Publishes what was written with a page without figures, and then the figures with a page that shows them or says why not. */
    static Optional<String> publish(OutputFolder folder, Supplier<List<Figure>> figures, Function<Gallery, String> page)
            throws IOException {
        folder.write(PAGE, page.apply(EMPTY));
        folder.publish();
        Gallery gallery = of(figures);
        gallery.writeTo(folder);
        folder.write(PAGE, page.apply(gallery));
        folder.publish();
        return gallery.failure();
    }

    /** Figures need fonts and native libraries, which small machines lack: every way to fail is reported. */
    private static Gallery of(Supplier<List<Figure>> figures) {
        try {
            List<FigureFiles> files = new ArrayList<>();
            for (Figure figure : figures.get()) {
                files.add(FigureFiles.of(figure));
            }
            return new Gallery(files, "");
        } catch (Exception | Error e) {
            return new Gallery(List.of(), words(e));
        }
    }

    /** What keeps this machine from drawing: nothing, or a line with the reason. */
    static Optional<String> trial() {
        return of(() -> List.of(new StudyFigure("trial", "", "", "x", "y")
                        .line("label", 0, new double[] {0, 1}, new double[] {0, 1})
                        .figure()))
                .failure();
    }

    private Optional<String> failure() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    private void writeTo(OutputFolder folder) throws IOException {
        for (FigureFiles each : figures) {
            folder.write(each.figure().name() + ".png", out -> out.write(each.png()));
            folder.write(each.figure().name() + ".svg", out -> out.write(each.svg()));
        }
    }

    /** The section of a page; empty before anything is drawn. */
    String html() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < figures.size(); i++) {
            html.append(FigureHtml.of(i + 1, figures.get(i)));
        }
        if (!problem.isEmpty()) {
            html.append("<p>No figures could be drawn: " + Escaped.html(problem) + "</p>\n");
        }
        return html.isEmpty() ? "" : HtmlPage.heading("Figures") + html;
    }

    private static String words(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return (root.getClass().getSimpleName() + ": " + root.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }
}
