package io.github.murmuration.cli;

import io.github.murmuration.scenario.ScenarioReader;
import picocli.CommandLine.Parameters;

/** A file with the options of a study that has no scenario. */
final class StudyFile {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "scenario.yaml of an earlier study of this kind; options that are not given here are read from it.")
    private String source = "";

    /** Gives options that the command line leaves out the values of the file, if there is one. */
    StudyFields fill(StudyFields fields) {
        return source.isEmpty() ? fields : fields.fill(source, ScenarioReader.requireStudy(source));
    }

    /**
     * The same where a word may be given in place of the file.
     *
     * @param source the word, or the name of the file
     */
    static StudyFields fillFrom(String source, StudyFields fields) {
        return fields.fill(source, ScenarioReader.study(source));
    }
}
