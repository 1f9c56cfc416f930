package io.github.murmuration;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, and each foreign interface is touched in one package only. */
class ArchitectureTest {

    private static final String ROOT = "io.github.murmuration.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.murmuration");

    @Test
    void layersPointDownwards() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("scenario")
                .definedBy(ROOT + "scenario..")
                .layer("arithmetic")
                .definedBy(ROOT + "arithmetic..")
                .layer("expression")
                .definedBy(ROOT + "expression..")
                .layer("tape")
                .definedBy(ROOT + "tape..")
                .layer("density")
                .definedBy(ROOT + "density..")
                .layer("schedule")
                .definedBy(ROOT + "schedule..")
                .layer("rng")
                .definedBy(ROOT + "rng..")
                .layer("ensemble")
                .definedBy(ROOT + "ensemble..")
                .layer("exact")
                .definedBy(ROOT + "exact..")
                .layer("limit")
                .definedBy(ROOT + "limit..")
                .layer("grid")
                .definedBy(ROOT + "grid..")
                .layer("laboratory")
                .definedBy(ROOT + "laboratory..")
                .layer("backend")
                .definedBy(ROOT + "backend..")
                .layer("cloud")
                .definedBy(ROOT + "cloud..")
                .layer("sim")
                .definedBy(ROOT + "sim..")
                .layer("diffusion")
                .definedBy(ROOT + "diffusion..")
                .layer("score")
                .definedBy(ROOT + "score..")
                .layer("report")
                .definedBy(ROOT + "report..")
                .layer("study")
                .definedBy(ROOT + "study..")
                .layer("cli")
                .definedBy(ROOT + "cli..")
                .layer("cluster")
                .definedBy(ROOT + "cluster..")
                .whereLayer("cluster")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("cluster")
                .whereLayer("study")
                .mayOnlyBeAccessedByLayers("cli", "cluster")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli", "study")
                .whereLayer("sim")
                .mayOnlyBeAccessedByLayers("cli", "study", "report", "diffusion", "cluster")
                .whereLayer("score")
                .mayOnlyBeAccessedByLayers("cli", "study")
                .whereLayer("diffusion")
                .mayOnlyBeAccessedByLayers("cli", "study", "score")
                .whereLayer("cloud")
                .mayOnlyBeAccessedByLayers("cli", "report", "study", "diffusion", "score")
                .whereLayer("exact")
                .mayOnlyBeAccessedByLayers("cli", "report", "study")
                .whereLayer("laboratory")
                .mayOnlyBeAccessedByLayers("cli", "report", "study", "sim", "exact")
                .whereLayer("laboratory")
                .mayOnlyAccessLayers("scenario", "expression", "density", "grid")
                .whereLayer("limit")
                .mayOnlyBeAccessedByLayers("cli", "exact", "report", "study")
                .whereLayer("grid")
                .mayOnlyBeAccessedByLayers("laboratory", "study")
                .whereLayer("backend")
                .mayOnlyBeAccessedByLayers("cli", "study", "sim", "diffusion", "cluster")
                .whereLayer("ensemble")
                .mayOnlyBeAccessedByLayers("study", "sim", "backend", "diffusion")
                .whereLayer("rng")
                .mayOnlyBeAccessedByLayers("study", "sim", "backend", "ensemble", "cloud", "diffusion", "score")
                .whereLayer("arithmetic")
                .mayOnlyBeAccessedByLayers("backend", "rng", "ensemble", "tape")
                .whereLayer("tape")
                .mayOnlyAccessLayers("expression", "arithmetic")
                .whereLayer("expression")
                .mayNotAccessAnyLayer()
                .whereLayer("scenario")
                .mayOnlyAccessLayers("expression")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void backendsDoNotSeeEachOther() {
        slices().matching(ROOT + "backend.(scalar|vector|cuda)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    /** Laws of clouds know neither their files nor their distances. */
    @Test
    void cloudsAreBelowTheirFilesAndDistances() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "cloud")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "cloud.file..", ROOT + "cloud.distance..")
                .check(CLASSES);
    }

    /** Generated clouds and what they are worth are for all; nothing else of a study is. */
    @Test
    void studiesKnowNoOther() {
        slices().matching(ROOT + "study.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(), resideInAnyPackage(ROOT + "study.generation..", ROOT + "study.clouds.."))
                .check(CLASSES);
    }

    @Test
    void theVectorModuleIsImportedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "backend.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(CLASSES);
    }

    @Test
    void sparkIsImportedInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "scala..")
                .check(CLASSES);
    }

    @Test
    void linearAlgebraStaysWithDensitiesAndSchedules() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "density..", ROOT + "schedule..", ROOT + "score..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ejml..")
                .check(CLASSES);
    }

    /** So that the number of threads that was asked for holds for all work. */
    @Test
    void workIsSharedOutByCrewsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "crew..")
                .should()
                .callMethodWhere(describe(
                        "runs on threads of the whole machine",
                        call -> Set.of("parallel", "parallelStream").contains(call.getName())))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ExecutorService.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .check(CLASSES);
    }

    /** Numbers and words look the same wherever the program runs: no method of Java's is left to take the machine's locale. */
    @Test
    void textsAreMadeInNoLocaleOfTheMachine() {
        noClasses()
                .should()
                .callMethodWhere(describe("takes the machine's locale", ArchitectureTest::takesTheMachinesLocale))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.text..")
                .check(CLASSES);
    }

    private static boolean takesTheMachinesLocale(JavaMethodCall call) {
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return call.getTargetOwner().getPackageName().startsWith("java.")
                && Set.of("formatted", "format", "printf", "toLowerCase", "toUpperCase")
                        .contains(call.getName())
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(Locale.class));
    }
}
