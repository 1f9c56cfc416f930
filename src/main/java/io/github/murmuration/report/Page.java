package io.github.murmuration.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** One page that needs nothing beside it: styles and scripts stand in it, and it asks no network for anything. */
final class Page {

    private static final String CHART = "<script type=\"application/json\" class=\"chart\">";

    private Page() {}

    /**
     * @param lead what it is a page of.
     * @param body HTML
     */
    static String html(String name, String lead, String body) {
        boolean charts = body.contains(CHART);
        String title = Escaped.html(name);
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + title + " \u2013 Murmuration</title>\n<style>\n"
                + (charts ? library("dist/uPlot.min.css") + "\n" : "") + resource("report.css")
                + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p class=\"lead\">" + lead + "</p>\n"
                + body
                + "</main>\n" + script(resource("tables.js"))
                + (charts ? script(licensed()) + script(resource("charts.js")) : "") + "</body>\n</html>\n";
    }

    /**
     * What scripts read, in a page of text that they do not run.
     * @param json without line breaks
     */
    static String chart(String json) {
        return CHART + json.replace("<", "\\u003c") + "</script>\n";
    }

    private static String licensed() {
        return "/*! " + library("LICENSE") + "*/\n" + library("dist/uPlot.iife.min.js");
    }

    private static String script(String text) {
        return "<script>\n" + text + "</script>\n";
    }

    /** A file of the charting library, whose folder is named for its version; its jar may be a module of its own. */
    private static String library(String file) {
        Properties versions = new Properties();
        try (InputStream in = Page.class.getResourceAsStream("/version.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties", e);
        }
        String name = "META-INF/resources/webjars/uplot/" + versions.getProperty("uplot") + "/" + file;
        return text(name, Page.class.getClassLoader().getResourceAsStream(name));
    }

    private static String resource(String name) {
        return text(name, Page.class.getResourceAsStream(name));
    }

    private static String text(String name, InputStream stream) {
        try (InputStream in = stream) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
