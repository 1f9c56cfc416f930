/**
 * Simulations of very large ensembles of interacting agents. What is exported is for users: scenarios, laws and their exact values,
 * backends, the time loop and its observers, reports, clouds and scores. The program is {@code io.github.murmuration.cli.Murmuration}.
 */
module io.github.murmuration {
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires ejml.core;
    requires ejml.ddense;
    requires hipparchus.core;
    requires hipparchus.stat;
    requires info.picocli;
    requires io.jhdf;
    requires java.desktop;
    requires java.logging; // of JCuda, which has no module of its own to say so
    requires java.management;
    requires jcuda;
    requires jcurand;
    requires org.knowm.xchart;
    requires org.yaml.snakeyaml;
    requires VectorGraphics2D;
    requires static jdk.incubator.vector; // there with --add-modules jdk.incubator.vector; without it the backend cpu is not

    exports io.github.murmuration.backend;
    exports io.github.murmuration.cli;
    exports io.github.murmuration.cloud;
    exports io.github.murmuration.cloud.distance;
    exports io.github.murmuration.cloud.file;
    exports io.github.murmuration.crew;
    exports io.github.murmuration.density;
    exports io.github.murmuration.diffusion;
    exports io.github.murmuration.ensemble;
    exports io.github.murmuration.exact;
    exports io.github.murmuration.expression;
    exports io.github.murmuration.file;
    exports io.github.murmuration.grid;
    exports io.github.murmuration.laboratory;
    exports io.github.murmuration.limit;
    exports io.github.murmuration.model;
    exports io.github.murmuration.report;
    exports io.github.murmuration.rng;
    exports io.github.murmuration.scenario;
    exports io.github.murmuration.schedule;
    exports io.github.murmuration.schedule.lqg;
    exports io.github.murmuration.score;
    exports io.github.murmuration.sim;
    exports io.github.murmuration.study;
    exports io.github.murmuration.study.sweep;
    exports io.github.murmuration.tape;

    // Options, and what the studies keep of their cases, are filled in by reflection.
    opens io.github.murmuration.cli to info.picocli;
    opens io.github.murmuration.study to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.chaos to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.clouds to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.generation to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.hjb to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.laboratory to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.linearity to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.path to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.redistribution to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.selfconsistent to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.step to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.sweep to com.fasterxml.jackson.databind;
    opens io.github.murmuration.study.throughput to com.fasterxml.jackson.databind;

    uses io.github.murmuration.backend.Backend;

    provides io.github.murmuration.backend.Backend with
            io.github.murmuration.backend.cuda.CudaBackend,
            io.github.murmuration.backend.scalar.ScalarBackend,
            io.github.murmuration.backend.vector.VectorBackend;
}
