package io.github.murmuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module says what the classes need and show. The compiler, which reads them from the class path, does not ask. */
class ModuleTest {

    private static final String ROOT = "io.github.murmuration.";

    private static final ModuleDescriptor MODULE = module();

    /** Those of the package for Spark, which is outside the module, are not among them. */
    private static final List<JavaClass> CLASSES = ArchitectureTest.CLASSES.stream()
            .filter(type -> !type.getPackageName().equals(ROOT + "cluster"))
            .toList();

    private static ModuleDescriptor module() {
        try (InputStream in = ModuleTest.class.getResourceAsStream("/META-INF/versions/17/module-info.class")) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> exported() {
        return MODULE.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet());
    }

    @Test
    void everyModuleThatIsUsedIsRequired() {
        Map<String, String> modules = modulesOfPackages();
        Set<String> used = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> !type.isPrimitive() && !type.getPackageName().startsWith("io.github.murmuration"))
                .map(type -> modules.getOrDefault(type.getPackageName(), type.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        used.add("java.logging"); // JCuda's
        Set<String> required = MODULE.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, required);
    }

    private static Map<String, String> modulesOfPackages() {
        Map<String, String> modules = new HashMap<>();
        for (Path jar : Libraries.jars().toList()) {
            ModuleFinder.of(jar).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .forEach(library -> library.packages().forEach(name -> modules.put(name, library.name())));
        }
        ModuleLayer.boot()
                .modules()
                .forEach(own -> own.getPackages().forEach(name -> modules.put(name, own.getName())));
        return modules;
    }

    /** What is exported can be used: it names no type that is not, nor one of a library. */
    @Test
    void whatIsExportedIsMadeOfWhatIsExported() {
        Set<String> exported = exported();
        Set<String> hidden = CLASSES.stream()
                .filter(type -> exported.contains(type.getPackageName()) && shown(type))
                .flatMap(type -> named(type)
                        .map(JavaClass::getBaseComponentType)
                        .filter(name -> !name.isPrimitive()
                                && !name.getPackageName().startsWith("java.")
                                && !(exported.contains(name.getPackageName()) && shown(name)))
                        .map(name -> type.getName() + ": " + name.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), hidden);
    }

    private static boolean shown(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ModuleTest::shown).orElse(true);
    }

    private static boolean shown(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> named(JavaClass type) {
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> shown(field.getModifiers()))
                .map(JavaField::getType);
        Stream<JavaType> methods = type.getCodeUnits().stream()
                .filter(unit -> shown(unit.getModifiers())
                        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !unit.getModifiers().contains(JavaModifier.BRIDGE))
                .flatMap(ModuleTest::named);
        return Stream.concat(fields, methods).flatMap(each -> each.getAllInvolvedRawTypes().stream());
    }

    private static Stream<JavaType> named(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }

    /** Jackson reads by reflection what the studies keep of their cases. */
    @Test
    void whatKeepsCasesIsOpenToJackson() {
        Set<String> keeping = CLASSES.stream()
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals(ROOT + "study.StudyCase")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        keeping.add(ROOT + "study");
        Set<String> open = MODULE.opens().stream()
                .filter(each -> each.targets().contains("com.fasterxml.jackson.databind"))
                .map(ModuleDescriptor.Opens::source)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(keeping, open);
    }

    @Test
    void backendsAreTheSameOnTheClassPath() throws IOException {
        String service = ROOT + "backend.Backend";
        Set<String> provided = MODULE.provides().stream()
                .filter(each -> each.service().equals(service))
                .flatMap(each -> each.providers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Files.readAllLines(Path.of("target/classes/META-INF/services", service))), provided);
    }
}
