package io.github.murmuration.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as Chromium shows them. Where there is none, neither on the path nor in the system property {@code chromium}, nothing is tested. */
class BrowserTest {

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Chromium.program().isPresent(), "no Chromium: pages are not looked at");
        Files.writeString(folder.resolve("run.html"), SmallPages.ofRun());
        Files.writeString(folder.resolve("study.html"), SmallPages.ofStudy());
        browser = Chromium.open(Chromium.program().get(), folder.resolve("profile"));
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run, 1280, light",
        "run, 400, light",
        "run, 1280, dark",
        "run, 400, dark",
        "study, 1280, light",
        "study, 400, light",
        "study, 1280, dark",
        "study, 400, dark"
    })
    void everythingIsSeenAndNothingIsAskedFor(String page, int width, String scheme) throws IOException {
        show(page, width, scheme);
        settle();
        assertEquals(width, number("innerWidth"));
        assertTrue(number("document.scrollingElement.scrollWidth") <= width, "the page is wider than its window");
        assertNothingWentWrong();
        assertEquals(
                0, number("document.querySelectorAll('.frame.curves:not([hidden])').length"), "images beside charts");
        assertEquals(
                page.equals("run") ? 2 : 0,
                number("document.querySelectorAll('#density-over-time-0 img, #joint-density img').length"),
                "maps of densities");
        BufferedImage seen = screenshot(width);
        int ground = seen.getRGB(2, 2);
        assertEquals(scheme.equals("dark") ? 0x1A1A1A : 0xFFFFFF, ground & 0xFFFFFF);
        for (JsonNode box : browser.evaluate(
                "[...document.querySelectorAll('.frame:not([hidden]), .uplot')]"
                        + ".map(e => e.getBoundingClientRect()).map(b => [b.left, b.top, b.width, b.height].map(Math.round))")) {
            assertTrue(box.get(2).asInt() > 100 && box.get(3).asInt() > 100, box.toString());
            double drawn = share(seen, box);
            assertTrue(drawn > 0.005, page + ": " + box + " is empty: " + drawn);
        }
    }

    @Test
    void valuesAreReadOffAndCurvesAreHiddenAndZoomed() throws IOException {
        show("study", 1280, "light");
        assertEquals("\u2013", text(".u-series .u-value"));
        browser.evaluate("document.querySelector('.u-over').scrollIntoView({block: 'center'})");
        JsonNode over = browser.evaluate("(b => [b.left, b.top, b.width, b.height])"
                + "(document.querySelector('.u-over').getBoundingClientRect())");
        double middle = over.get(0).asDouble() + over.get(2).asDouble() / 2;
        double height = over.get(1).asDouble() + over.get(3).asDouble() / 2;
        mouse("mouseMoved", middle, height);
        settle();
        // the axis is from 10 to 1000 agents
        assertEquals("100", text(".u-series .u-value"));
        assertEquals("0.1", text(".u-series:nth-child(2) .u-value"));
        String labels = ticks();
        mouse("mousePressed", middle - 100, height - 50);
        mouse("mouseDragged", middle + 100, height + 50);
        mouse("mouseReleased", middle + 100, height + 50);
        settle();
        String zoomed = ticks();
        assertNotEquals(labels, zoomed);
        browser.evaluate("document.querySelector('.u-over').dispatchEvent(new MouseEvent('dblclick', {button: 0}))");
        settle();
        assertEquals(labels, ticks());
        browser.evaluate("document.querySelectorAll('.u-series')[1].querySelector('th').click()");
        settle();
        assertNotEquals(labels, ticks());
        assertNothingWentWrong();
    }

    /** The image of the axes and all in them, in short. */
    private static String ticks() throws IOException {
        return browser.evaluate("document.querySelector('.uplot canvas').toDataURL()")
                .asText();
    }

    @Test
    void tablesSortByAClickAndCopyAsCsv() throws IOException {
        show("study", 1280, "light");
        String first = "[...document.querySelectorAll('.scroll tbody tr')].map(r => r.cells[0].innerText).join()";
        String click = "document.querySelectorAll('.scroll thead th')[%d].querySelector('button').click()";
        browser.evaluate(String.format(click, 0));
        assertEquals("two,three,one", browser.evaluate(first).asText(), "by numbers: -2, 9, 10");
        browser.evaluate(String.format(click, 0));
        assertEquals("one,three,two", browser.evaluate(first).asText());
        browser.evaluate(String.format(click, 2));
        assertEquals("one,two,three", browser.evaluate(first).asText(), "0.0035, 0.2, 1");
        browser.evaluate(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: t => Promise.resolve(window.copied = t)}})");
        browser.evaluate("document.querySelector('.copy').click()");
        assertEquals(
                ",a,b,c,d,e,\"f, that is long\",\"g, that is longer\"\none,10,-,3.5e-3,4,5,6,7\ntwo,-2,x,0.2,4,5,6,7\n"
                        + "three,9,y,1,4,5,6,7\n",
                browser.evaluate("window.copied").asText());
    }

    /** Images stand in for charts, and scroll in boxes of their own. */
    @Test
    void withoutScriptsTheImagesAreSeen() throws IOException {
        browser.ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            show("run", 400, "light");
            assertTrue(number("document.scrollingElement.scrollWidth") <= 400);
            assertEquals(0, number("document.querySelectorAll('.uplot').length"));
            assertEquals(
                    number("document.querySelectorAll('figure').length"),
                    number(
                            "[...document.querySelectorAll('.frame img')].filter(i => i.complete && i.naturalWidth > 0 && i.offsetHeight > 100)"
                                    + ".length"));
        } finally {
            browser.ask("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    private static void show(String page, int width, String scheme) throws IOException {
        browser.ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        browser.ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.open(folder.resolve(page + ".html"));
    }

    private static void assertNothingWentWrong() {
        assertEquals(List.of(), browser.heard("Runtime.exceptionThrown"));
        assertEquals(List.of(), browser.heard("Runtime.consoleAPICalled"));
        assertEquals(List.of(), browser.heard("Log.entryAdded"));
        browser.heard("Network.requestWillBeSent").forEach(request -> {
            String url = request.at("/request/url").asText();
            assertTrue(url.startsWith("file:") || url.startsWith("data:"), url);
        });
    }

    private static BufferedImage screenshot(int width) throws IOException {
        Map<String, Object> clip = new HashMap<>(Map.of("x", 0, "y", 0, "width", width, "scale", 1));
        clip.put("height", number("document.scrollingElement.scrollHeight"));
        String data = browser.ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip))
                .get("data")
                .asText();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    }

    /** Share of the pixels of a box that do not have the colour of its corner. */
    private static double share(BufferedImage seen, JsonNode box) {
        int corner = seen.getRGB(box.get(0).asInt() + 1, box.get(1).asInt() + 1);
        int others = 0;
        int all = 0;
        for (int y = box.get(1).asInt(); y < box.get(1).asInt() + box.get(3).asInt(); y++) {
            for (int x = box.get(0).asInt();
                    x < Math.min(box.get(0).asInt() + box.get(2).asInt(), seen.getWidth());
                    x++) {
                all++;
                others += seen.getRGB(x, y) == corner ? 0 : 1;
            }
        }
        return (double) others / all;
    }

    /** @param type of the protocol, or a move with the button down */
    private static void mouse(String type, double x, double y) throws IOException {
        boolean down = !type.equals("mouseMoved");
        Map<String, Object> event = new HashMap<>(Map.of("x", x, "y", y, "clickCount", 1));
        event.put("type", type.equals("mouseDragged") ? "mouseMoved" : type);
        event.put("button", down ? "left" : "none");
        event.put("buttons", down ? 1 : 0);
        browser.ask("Input.dispatchMouseEvent", event);
    }

    private static void settle() throws IOException {
        browser.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))");
    }

    private static String text(String selector) throws IOException {
        return browser.evaluate("document.querySelector('" + selector + "').innerText.trim()")
                .asText();
    }

    private static int number(String expression) throws IOException {
        return browser.evaluate(expression).asInt();
    }
}
