package io.github.murmuration.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One tab of a Chromium without a window, spoken to by the DevTools protocol over a pipe: messages are JSON, each ended by a zero byte.
 * The browser reads file descriptor 3 and writes 4, which a shell makes of its standard input and output.
 */
final class Chromium {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** After which a browser that hangs is ended, so that what waits for it fails. */
    private static final long MINUTES = 5;

    private final Process process;
    private final InputStream answers;
    private final List<JsonNode> events = new ArrayList<>();
    private String session = "";
    private int number;

    private Chromium(Process process) {
        this.process = process;
        this.answers = process.getInputStream();
    }

    /** The system property {@code chromium}, or the first on the path. */
    static Optional<Path> program() {
        String given = System.getProperty("chromium", "");
        Stream<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return (given.isEmpty() ? found : Stream.of(Path.of(given)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium open(Path program, Path profile) throws IOException {
        String command =
                "exec '" + program + "' --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run"
                        + " --disable-background-networking --disable-component-update --disable-sync --disable-extensions"
                        + " --user-data-dir='" + profile + "' --remote-debugging-pipe 3<&0 4>&1 </dev/null >/dev/null";
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
        Chromium browser = new Chromium(process);
        String target = browser.ask("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        browser.session = browser.ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            browser.ask(domain + ".enable", Map.of());
        }
        return browser;
    }

    /** The result of a command of the protocol. */
    JsonNode ask(String method, Map<String, Object> parameters) throws IOException {
        int id = ++number;
        Map<String, Object> message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        process.getOutputStream().write(JSON.writeValueAsBytes(message));
        process.getOutputStream().write(0);
        process.getOutputStream().flush();
        JsonNode answer = next();
        while (answer.path("id").asInt() != id) {
            events.add(answer);
            answer = next();
        }
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    /** Opens a page and waits until it is loaded; what was heard before is forgotten. */
    void open(Path page) throws IOException {
        events.clear();
        ask("Page.navigate", Map.of("url", page.toUri().toString()));
        while (heard("Page.loadEventFired").isEmpty()) {
            events.add(next());
        }
    }

    /** Parameters of the events of a name since the page was opened. */
    List<JsonNode> heard(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.get("params"))
                .toList();
    }

    /** The value of an expression, or of its promise, in the page. */
    JsonNode evaluate(String expression) throws IOException {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    private JsonNode next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int b = answers.read(); b != 0; b = answers.read()) {
            if (b < 0) {
                throw new IOException("the browser ended after: " + message.toString(StandardCharsets.UTF_8));
            }
            message.write(b);
        }
        return JSON.readTree(message.toByteArray());
    }

    void close() throws IOException, InterruptedException {
        session = "";
        ask("Browser.close", Map.of());
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
