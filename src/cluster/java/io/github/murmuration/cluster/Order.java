package io.github.murmuration.cluster;

import io.github.murmuration.cli.Murmuration;
import io.github.murmuration.study.CaseText;
import io.github.murmuration.study.KeptCases;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task is asked for: the cases of one request.
 *
 * @param request as JSON
 * @param names of the cases; empty where the request has one case
 */
record Order(String request, List<String> names) implements Serializable {

    private static final long serialVersionUID = 1L;

    static Order of(KeptCases.Request request, List<String> names) {
        return new Order(CaseText.of(request), names);
    }

    /**
     * The command line of the program that asks for the study, with the scenario in a file.
     *
     * @param scenario that file, which is written
     * @param machine options of the backend
     */
    List<String> commandLine(Path scenario, List<String> machine) throws IOException {
        KeptCases.Request asked = CaseText.read(request, KeptCases.Request.class);
        Files.writeString(scenario, asked.scenario());
        List<String> arguments = new ArrayList<>(Murmuration.arguments(asked, scenario.toString()));
        arguments.addAll(machine);
        return arguments;
    }
}
