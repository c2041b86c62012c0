package io.quayside.testing.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The structure that every module keeps, as tests over its main classes. A module has one empty subclass.
///
/// A type that has to break a rule says so by an annotation `@AllowedTo("why")` of its module.
public abstract class HouseRules {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final List<String> EMPTY_NAMES =
            List.of("util", "utils", "helper", "helpers", "manager", "common", "misc");

    private static JavaClasses main = new ClassFileImporter().importPaths(List.of());

    /// One who says why.
    private static final DescribedPredicate<JavaClass> ALLOWED =
            DescribedPredicate.describe("annotated with @AllowedTo", HouseRules::isAllowed);

    @BeforeAll
    static void importMainClasses() {
        main = new ClassFileImporter().importPath(CLASSES);
    }

    @Test
    void packagesAreNamedAfterWhatIsInThem() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        EMPTY_NAMES.stream().map(word -> ".." + word + "..").toArray(String[]::new))
                .because("such names say nothing: a folder is found by the feature or thing that it is about"));
    }

    @Test
    void engineAndTerminalKnowNoneOfOurModules() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.quayside.engine..", "io.quayside.terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quayside.desktop..", "io.quayside.vm..")
                .because("arrows point one way, desktop-app to terminal, vm-manager and engine; what lies below can be"
                        + " used and tested alone"));
        check(noClasses()
                .that()
                .resideInAPackage("io.quayside.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quayside.terminal..")
                .because("the engine client has nothing to show"));
        check(noClasses()
                .that()
                .resideInAPackage("io.quayside.terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quayside.engine..")
                .because("the terminal talks to a connection that the app gives it, whatever is at its other end"));
    }

    @Test
    void vmManagerKnowsTheEngineOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("io.quayside.vm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quayside.desktop..", "io.quayside.terminal..")
                .because("arrows point one way; machines run without a window"));
    }

    @Test
    void onlyTheAppAndTheTerminalsViewKnowJavaFx() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.quayside.desktop..", "io.quayside.terminal.fx..", "io.quayside.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("what isn't about pictures has to run without them, on a server and in fast tests"));
    }

    @Test
    void internalsAreUsedByTheirOwnModule() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.quayside.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quayside.engine..internal..")
                .because("packages are the table of contents: what others may use lies on top"));
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        check(classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked")
                .because("nothing is null by accident"));
        List<String> withoutInfo = main.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !main.contain(name + ".package-info"))
                .sorted()
                .toList();
        assertEquals(
                List.of(),
                withoutInfo,
                "packages without a package-info: a sentence each tells a newcomer where he is");
    }

    @Test
    void viewModelsKnowNoNodes() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .because("state and actions are tested without a window; the view builds the nodes"));
    }

    @Test
    void viewsTalkToTheirModelOnly() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.quayside.engine.resource..", "io.quayside.engine.host..")
                        .or(name("io.quayside.engine.Engine")))
                .because("a view builds, binds and forwards; only its view model talks to services"));
    }

    @Test
    void oneDoorLeadsToTheFxThread() {
        check(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("PlatformFxThread")
                        .should()
                        .callMethodWhere(
                                targetOwner(name("javafx.application.Platform")).and(target(name("runLater"))))
                        .because(
                                "work for the FX thread goes through FxThread, which tests replace and which can count and merge"));
    }

    @Test
    void threadsAreVirtualOrNamed() {
        check(noClasses()
                .that(not(ALLOWED))
                .should()
                .callConstructorWhere(targetOwner(name("java.lang.Thread")))
                .orShould()
                .callMethodWhere(targetOwner(name("java.lang.Thread")).and(target(name("startVirtualThread"))))
                .orShould()
                .callMethodWhere(targetOwner(name("java.util.concurrent.Executors"))
                        .and(target(nameMatching("newVirtualThreadPerTaskExecutor|newCachedThreadPool"))))
                .because("a thread without a name can't be told apart in a dump, and long work belongs to a task"));
    }

    @Test
    void failuresAreCaughtByTheirType() {
        check(classes()
                .that(not(ALLOWED))
                .and()
                .resideOutsideOfPackage("io.quayside.desktop.task..")
                .should(new NotCatchEverything())
                .because("a failure that nobody foresaw must reach the task runner, which shows and logs it"));
    }

    @Test
    void processesAreStartedInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.quayside.engine.process..")
                .and(not(ALLOWED))
                .should()
                .callConstructorWhere(targetOwner(name("java.lang.ProcessBuilder")))
                .orShould()
                .callMethodWhere(targetOwner(name("java.lang.Runtime")).and(target(name("exec"))))
                .because("ProcessRunner gives every program a deadline, masks secrets and takes no shell text"));
    }

    @Test
    void onlyPlatformCodeAsksForTheOperatingSystem() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> asking = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/platform/"))
                    .filter(file -> read(file).contains("\"os.name\""))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            assertEquals(List.of(), asking, "differences between systems sit behind a provider of a platform package");
        }
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(main);
    }

    private static boolean isAllowed(JavaClass type) {
        return type.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getSimpleName().equals("AllowedTo"))
                || type.getEnclosingClass().filter(HouseRules::isAllowed).isPresent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
